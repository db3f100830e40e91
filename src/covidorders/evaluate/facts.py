"""Facts that a person read from a document: the gold of fields (docs/gold.md).

A key that is left out is not scored: the document does not settle it. `None` and an empty list are answers.
"""

from __future__ import annotations

from pathlib import Path

from pydantic import ConfigDict, Field, ValidationError

from covidorders.errors import DamagedFileError
from covidorders.evaluate.gold import bytes_of, first_fault
from covidorders.model import Model


class _Facts(Model):
    # Remarks that somebody wrote beside the facts do no harm.
    model_config = ConfigDict(frozen=True, extra="ignore")


class CitedFact(_Facts):
    """A document cited by number, once however often it is cited."""

    code: str = Field(description="Number and notation as they should read.")
    date: str | None = Field(default=None, description="Its day, ISO, where the notice states it.")


class DirectiveFact(_Facts):
    """One item of the body."""

    path: str = Field(description="Its id: labels joined by dots.")
    head: str = Field(description="Its first 5 to 8 words, as printed.")
    lead: tuple[str, ...] = Field(default=(), description="Who must do it, as printed.")
    coord: tuple[str, ...] = Field(default=(), description="Who works with them.")
    due: tuple[str, ...] = Field(default=(), description="ISO dates by which it is due.")
    optional: bool = Field(default=False, description="Readers may differ on whether it is an item: not scored.")


class NoticeFacts(_Facts):
    """What one notice says; see docs/gold.md for each key."""

    type: str | None = Field(default=None, description="Code of its type: `CV`, `TB`.")
    code: str | None = Field(default=None, description="Number and notation; null if it has none.")
    issued_on: str | None = Field(default=None, description="ISO date; null if blank.")
    signers: tuple[str, ...] = Field(default=(), description="Names.")
    addressees: tuple[str, ...] = Field(default=(), description="Agencies under Kính gửi.")
    directives: tuple[DirectiveFact, ...] = Field(default=(), description="Every item, in order.")
    no_roles: bool = Field(default=False, description="True where nobody is told to do anything.")
    refs: tuple[CitedFact, ...] = Field(default=(), description="Documents cited by number.")
    dates: tuple[str, ...] = Field(default=(), description="ISO dates in the text, once each.")
    persons: tuple[str, ...] = Field(default=(), description="Names, once each.")
    agencies: tuple[str, ...] = Field(default=(), description="Agencies as printed, once each.")

    def says(self, key: str) -> bool:
        """Tell whether the reader settled this key."""
        return key in self.model_fields_set


class FileFacts(_Facts):
    """The facts of one source file, notice by notice."""

    file: str = Field(min_length=1, description="Name of the source file.")
    notices: tuple[NoticeFacts, ...] = Field(description="Its notices in order.")


def read_facts(path: Path) -> FileFacts:
    """Return the facts of one file. Raises DamagedFileError or UnreadableFileError."""
    try:
        return FileFacts.model_validate_json(bytes_of(path))
    except ValidationError as error:
        raise DamagedFileError(
            f"{path}: not a gold file of fields ({first_fault(error)}). See docs/gold.md."
        ) from error
