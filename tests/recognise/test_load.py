"""Pipeline files."""

from __future__ import annotations

from pathlib import Path

import pytest

from covidorders.errors import PipelineError
from covidorders.recognise import load_pipeline

CONFIG = """
[nlp]
lang = "vi"
pipeline = [{parts}]

[nlp.tokenizer]
@tokenizers = "covidorders.OfficialTokenizer.v1"

[components]

[components.covidorders_dates]
factory = "covidorders_dates"

[covidorders]

[covidorders.extract]
{option}
"""


def _file(folder: Path, parts: str = '"covidorders_dates"', option: str = "max_pages = 3") -> Path:
    file = folder / "own.cfg"
    file.write_text(CONFIG.format(parts=parts, option=option), "utf-8")
    return file


def test_the_default() -> None:
    pipeline = load_pipeline()
    assert pipeline.name == "full"
    assert pipeline.nlp.pipe_names[:1] == ["covidorders_references"]
    assert "covidorders_settle" in pipeline.nlp.pipe_names
    assert pipeline.model == "entities 1.0"
    assert load_pipeline("rules").model is None


def test_loaded_once() -> None:
    assert load_pipeline() is load_pipeline("full")


def test_a_file_of_ones_own_with_options_of_other_stages(tmp_path: Path) -> None:
    pipeline = load_pipeline(_file(tmp_path))
    assert pipeline.nlp.pipe_names == ["covidorders_dates"]
    assert pipeline.extract_options.max_pages == 3


def test_unknown_name_says_what_there_is() -> None:
    with pytest.raises(PipelineError, match="rules"):
        load_pipeline("no-such-pipeline")


def test_unknown_option_is_named(tmp_path: Path) -> None:
    with pytest.raises(PipelineError, match="no_such"):
        load_pipeline(_file(tmp_path, option="no_such = 1"))


def test_unknown_component(tmp_path: Path) -> None:
    with pytest.raises(PipelineError, match=r"own\.cfg"):
        load_pipeline(_file(tmp_path, parts='"covidorders_dates","no_such_part"'))


def test_damaged_file(tmp_path: Path) -> None:
    file = tmp_path / "broken.cfg"
    file.write_text("[nlp\nlang", "utf-8")
    with pytest.raises(PipelineError, match=r"broken\.cfg"):
        load_pipeline(file)
