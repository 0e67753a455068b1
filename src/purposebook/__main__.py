"""Let `python -m purposebook` do what `purposebook` does."""

from purposebook.cli import main

main()
