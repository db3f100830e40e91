"""One exception class per cause. Each says in a sentence what is wrong and how to mend it.

`code` is the kebab-case name that stands in `_run.json` and in the documentation.
"""

from __future__ import annotations


class CovidordersError(Exception):
    """Base of every error that a user can do something about."""

    code = "error"


class EmptyFileError(CovidordersError):
    """The file has no bytes, or no text at all."""

    code = "empty-file"


class UnknownFormatError(CovidordersError):
    """The bytes are of no format that an installed extractor reads."""

    code = "unknown-format"


class DamagedFileError(CovidordersError):
    """The file is truncated or broken, so that it cannot be opened."""

    code = "damaged-file"


class EncryptedFileError(CovidordersError):
    """The file needs a password."""

    code = "encrypted-file"


class UnreadableFileError(CovidordersError):
    """The operating system refuses to read the file or folder."""

    code = "unreadable-file"


class MissingProgramError(CovidordersError):
    """A program or language pack outside Python that this file needs is not installed."""

    code = "missing-program"


class ConversionError(CovidordersError):
    """An outside program (LibreOffice) failed or took too long on this file."""

    code = "conversion-failed"


class LimitExceededError(CovidordersError):
    """The file is larger than the limits allow (bytes, pages, pixels)."""

    code = "limit-exceeded"


class NotANoticeError(CovidordersError):
    """The file was read, but nothing in it looks like an official notice."""

    code = "not-a-notice"


class PipelineError(CovidordersError):
    """The pipeline file cannot be used."""

    code = "bad-pipeline"


class WorkerDiedError(CovidordersError):
    """The process that read this file was ended from outside: a crash in a C library, or no memory left."""

    code = "worker-died"


class TimeLimitError(CovidordersError):
    """Reading this file took longer than the time limit for one file."""

    code = "time-limit"


class OutputError(CovidordersError):
    """The result cannot be written where it should go."""

    code = "unwritable-output"


class UsageError(CovidordersError):
    """The program was asked for something that makes no sense; nothing has been done."""

    code = "wrong-use"
