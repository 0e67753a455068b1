"""Compute every published figure again; print them with what was printed, and fail where a digit differs."""

import sys

from reproduced.figures import different, sources

BEGIN = "<!-- written by scripts/generate.py from scripts/reproduced: begin -->"
END = "<!-- end -->"


def section() -> str:
    """Return both tables for docs/measures.md."""
    lines = ["| source | figure | printed | computed |", "| --- | --- | --- | --- |"]
    lines += [
        f"| {source.name} | {one.what} | {one.printed} | {one.computed} |"
        for source in sources()
        for one in source.figures
    ]
    lines += [
        "",
        "Not reproduced:",
        "",
        "| figure | source | printed | here | why |",
        "| --- | --- | --- | --- | --- |",
    ]
    lines += [f"| {one.what} | {one.source} | {one.printed} | {one.says} | {one.why} |" for one in different()]
    return "\n".join(lines)


def with_section(page: str) -> str:
    """Return the page with the tables as they are now."""
    before, _, rest = page.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n\n{section()}\n\n{END}{after}"


def main() -> int:
    """Print all figures; return 1 where one does not agree."""
    wrong = numbers = 0
    for source in sources():
        print(source.name)
        for one in source.figures:
            numbers += len(one.values)
            wrong += not one.agrees
            told = "" if one.agrees else f"  DIFFERS, computed {one.computed}"
            print(f"  {one.what}: {one.printed}{told}")
    print(f"{numbers} numbers, all digits as printed" if not wrong else f"{wrong} figures differ")
    print("\nNot reproduced")
    for other in different():
        print(f"  {other.what} ({other.source}): printed {other.printed}; here {other.says}. {other.why}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
