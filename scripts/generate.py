"""Write what is generated: schemas, editor settings, pages of docs, the example's log; `--check` compares."""

import json
import sys
from pathlib import Path

import example_events
from purposebook.checks.catalogue import RULES
from purposebook.checks.rule_page import rules_page
from purposebook.domain.dictionary import data_dictionary
from purposebook.domain.results import RESULTS
from purposebook.domain.schemas import results_schema
from purposebook.storage.limits import CSV_BYTES, CSV_ROWS, MIB, YAML_BYTES, YAML_DEPTH, YAML_NODES
from purposebook.storage.setup_files import editor_files
from reproduce import with_section
from rule_quality import quality_section

ROOT = Path(__file__).resolve().parents[1]
FILE_LIMITS = {
    "a YAML file": f"{YAML_BYTES // MIB} MiB, {YAML_DEPTH} levels, {YAML_NODES:,} keys, texts and lists",
    "a CSV file": f"{CSV_BYTES // MIB} MiB, {CSV_ROWS:,} rows below the header",
}


def generated() -> dict[str, str]:
    """Return the text of every generated file by its path in the repository."""
    results = {f"schemas/results/{name}.json": results_schema(name) for name in RESULTS}
    files = {path: json.dumps(schema, indent=2, ensure_ascii=False) + "\n" for path, schema in results.items()}
    rules = f"{rules_page(RULES)}\n{quality_section()}"
    measures = with_section((ROOT / "docs" / "measures.md").read_text(encoding="utf-8"))
    pages = {"data/README.md": data_dictionary(FILE_LIMITS), "docs/rules.md": rules, "docs/measures.md": measures}
    return editor_files() | files | pages | {example_events.PLACE: example_events.log_text(ROOT)}


def outdated(root: Path) -> list[str]:
    """Return the generated files of `root` that differ from what models and rules say."""
    files = ((path, root / path, text) for path, text in generated().items())
    return [path for path, file, text in files if not file.is_file() or file.read_bytes() != text.encode()]


def main(arguments: list[str], root: Path = ROOT) -> int:
    """Write the outdated files, or with `--check` name them and fail."""
    old = outdated(root)
    for path in old:
        print(f"{path} {'is out of date: run python scripts/generate.py' if '--check' in arguments else 'written'}")
        if "--check" not in arguments:
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_bytes(generated()[path].encode())
    return 1 if old and "--check" in arguments else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
