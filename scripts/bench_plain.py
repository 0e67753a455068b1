"""Build a product's site the plain way: papermill for each chapter, then Jupyter Book, each from its command line."""

import json
from pathlib import Path

from bench_memory import Cost, run
from bench_story import AS_OF
from bench_workspace import Place
from environment import command


def build_plainly(place: Place, slug: str) -> Cost:
    """Run every chapter for a product and make its book, one command after the other; return what they took."""
    book = place.root / "out" / slug
    chapters = _chapters(place.root)
    _stage(place.root, book, chapters)
    costs = [run(_papermill(book, chapter, slug), place.root) for chapter in chapters]
    costs.append(run([str(command("jupyter-book")), "build", str(book)], place.root))
    return Cost.total(costs)


def _papermill(book: Path, chapter: str, slug: str) -> list[str]:
    """Return the command that runs one chapter for a product."""
    said = {"product": slug, "data_dir": "data", "as_of": AS_OF.isoformat(), "mode": "published"}
    options = [word for name, value in said.items() for word in ("-p", name, value)]
    return [str(command("papermill")), f"{chapter}.ipynb", str(book / f"{chapter}.ipynb"), *options]


def _chapters(root: Path) -> tuple[str, ...]:
    """Return the notebooks of the book in the order of `_toc.yml`, as paths without ending."""
    from purposebook.storage.workspace import Workspace

    found = Workspace.find(root).notebooks().values()
    return tuple(path.relative_to(root).with_suffix("").as_posix() for path in found)


def _stage(root: Path, book: Path, chapters: tuple[str, ...]) -> None:
    """Write the book around the executed notebooks: the workspace's own configuration with execution off."""
    from ruamel.yaml import YAML

    from purposebook.publishing.identity import FRONT_CHAPTER

    config = YAML(typ="safe").load((root / "_config.yml").read_text(encoding="utf-8"))
    config["execute"] = {**config.get("execute", {}), "execute_notebooks": "off"}
    front = next(chapter for chapter in chapters if Path(chapter).name == FRONT_CHAPTER)
    rest = [{"file": chapter} for chapter in chapters if chapter != front]
    toc = {"format": "jb-book", "root": front, "chapters": rest}
    for chapter in chapters:
        (book / chapter).parent.mkdir(parents=True, exist_ok=True)
    for name, value in (("_config.yml", config), ("_toc.yml", toc)):
        (book / name).write_text(json.dumps(value, indent=1), encoding="utf-8")  # JSON is YAML
