"""Pipelines: spaCy configuration files that say which components run, in which order, with which data.

The sections `[covidorders.STAGE]` hold options of the other stages; spaCy does not see them.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from covidorders.errors import PipelineError
from covidorders.layout import ExtractOptions

if TYPE_CHECKING:
    from spacy.language import Language

DEFAULT = "full"
_PACKAGE = Path(__file__).resolve().parents[1]
_FOLDERS = (_PACKAGE / "pipelines", _PACKAGE.parents[1] / "pipelines")
"""Where pipelines lie: inside the installed package, or beside `src/` in a checkout."""


@dataclass(frozen=True, slots=True)
class Pipeline:
    """A loaded pipeline file."""

    name: str
    nlp: Language
    model: str | None
    """Name and version of the statistical model, None where rules only work."""
    extract_options: ExtractOptions


def load_pipeline(pipeline: str | Path | None = None) -> Pipeline:
    """Load a pipeline file, or one by its name under `pipelines/` (default `full`); each is loaded once a process.

    Raises PipelineError if there is no such pipeline, or it names a part that is not installed.
    """
    return _load(_find(pipeline or DEFAULT))


def _find(pipeline: str | Path) -> Path:
    file = Path(pipeline)
    if file.suffix == ".cfg" and file.is_file():
        return file.resolve()
    for folder in _FOLDERS:
        named = folder / f"{pipeline}.cfg"
        if named.is_file():
            return named
    known = sorted({path.stem for folder in _FOLDERS if folder.is_dir() for path in folder.glob("*.cfg")})
    raise PipelineError(
        f"There is no pipeline {str(pipeline)!r}. Give a .cfg file or one of: {', '.join(known) or 'none found'}."
    )


@cache
def _load(file: Path) -> Pipeline:
    from spacy import util  # half a second; `covidorders --help` must not wait for it

    from covidorders.recognise import dates, quantities, settle, tokenizer  # noqa: F401 - registers the parts by name
    from covidorders.recognise.agencies import component as agencies  # noqa: F401
    from covidorders.recognise.canonical import component as canonical  # noqa: F401
    from covidorders.recognise.learned import component as learned  # noqa: F401
    from covidorders.recognise.persons import component as persons  # noqa: F401
    from covidorders.recognise.places import component as places  # noqa: F401
    from covidorders.recognise.references import component  # noqa: F401

    try:
        config = util.load_config(file)
        stages = config.pop("covidorders", {})
        nlp = util.load_model_from_config(config, auto_fill=True)
        options = _extract_options(stages.get("extract", {}))
    except PipelineError:
        raise
    except Exception as error:  # whatever spaCy, a component or its data raise means the same to the user
        raise PipelineError(f"The pipeline file {file} cannot be used: {error}") from error
    model = nlp.meta.get("name") if nlp.path is not None else None
    return Pipeline(file.stem, nlp, stages.get("model", model), options)


def _extract_options(section: dict[str, Any]) -> ExtractOptions:
    known = {field.name for field in fields(ExtractOptions)}
    unknown = sorted(set(section) - known)
    if unknown:
        raise PipelineError(f"[covidorders.extract] has no option {unknown[0]!r}; it knows {', '.join(sorted(known))}.")
    return ExtractOptions(**section)
