"""Build every product in data/ into _site/: the first command of the README, for a machine with only Python."""

import subprocess
import sys

import environment


def main():
    """Prepare the environment, build the sites with the arguments given, and say where to look."""
    environment.prepare()
    arguments = sys.argv[1:]
    built = subprocess.run(
        [str(environment.command("purposebook")), "build", "--workspace", str(environment.ROOT), *arguments],
        check=False,
    )
    return built.returncode


if __name__ == "__main__":
    sys.exit(main())
