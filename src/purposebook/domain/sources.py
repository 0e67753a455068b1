"""Where the numbers of a product come from: a file of its folder, or a database."""

from __future__ import annotations

from typing import Annotated, Final, Self

from pydantic import StringConstraints, model_validator

from purposebook.domain.base import FileName, Model, Text, asked

ENVIRONMENT_PATTERN: Final = r"^[A-Z][A-Z0-9_]{0,99}$"

EnvironmentName = Annotated[str, StringConstraints(pattern=ENVIRONMENT_PATTERN)]
"""The name of an environment variable; never the secret itself."""


class Source(Model):
    """Name a file, or a database with a query."""

    file: FileName | None = asked("File", "A file of this folder.", "observations.csv", default=None)
    database: EnvironmentName | None = asked(
        "Database", "The environment variable that holds the address.", "PRODUCT_DATABASE", default=None
    )
    query: Text = asked("Query", "A select with the same columns as the file.", default="")

    @model_validator(mode="after")
    def _one_of_both(self) -> Self:
        """Refuse both, neither, or a query without a database."""
        if (self.file is None) == (self.database is None) or bool(self.query.strip()) != (self.database is not None):
            raise ValueError("needs either 'file', or 'database' with 'query'; keep one of the two")
        return self
