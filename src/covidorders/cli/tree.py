"""A source file as a tree for the terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from rich.text import Text
from rich.tree import Tree

from covidorders.cli.messages import counted
from covidorders.model import Directive, Mention, Notice, Reference, Signature, SourceFile, Warning


def file_tree(source: SourceFile, *, is_full: bool) -> Tree:
    """Return the tree of a source file. Texts are cut to one line unless `is_full`."""
    about = source.source
    facts = [counted(about.pages, "page"), about.extraction, counted(len(source.notices), "notice")]
    root = Tree(Text.assemble((about.path, "bold"), f"  {', '.join(facts)}"))
    shape = _Shape(is_full)
    for notice in source.notices:
        shape.add_notice(root, notice)
    shape.add_warnings(root, source.warnings)
    return root


class _Shape:
    """Builds the branches; knows whether texts are shown whole."""

    def __init__(self, is_full: bool) -> None:
        self._is_full = is_full

    def _text(self, *parts: str | tuple[str, str]) -> Text:
        text = Text.assemble(*parts)
        if not self._is_full:
            text.no_wrap, text.overflow = True, "ellipsis"
        return text

    def add_notice(self, root: Tree, notice: Notice) -> None:
        """Add one notice with all its parts."""
        kind = notice.type.name if notice.type else "notice of unknown type"
        code = notice.code.raw if notice.code else "without a code"
        branch = root.add(Text.assemble((f"{notice.ordinal}. {kind} {code}", "bold cyan")))
        for name, value in _facts(notice):
            branch.add(self._text((f"{name}: ", "dim"), value))
        self._add_references(branch, "legal bases", [r for r in notice.references if r.id in notice.legal_bases])
        self._add_directives(branch, notice)
        self._add_references(branch, "references", [r for r in notice.references if r.id not in notice.legal_bases])
        self._add_entities(branch, notice)
        if notice.closing:
            branch.add(self._text(("closing: ", "dim"), notice.closing.text))
        self._add_list(branch, "distribution", map(_mention, notice.distribution))
        self._add_list(branch, "signatures", map(_signature, notice.signatures))
        self._add_list(branch, "annexes", (annex.title for annex in notice.annexes))
        self.add_warnings(branch, notice.warnings)

    def _add_list(self, branch: Tree, name: str, values: Iterable[str]) -> None:
        found = list(values)
        if found:
            twig = branch.add(Text(f"{name}: {len(found)}", "dim"))
            for value in found:
                twig.add(self._text(value))

    def _add_directives(self, branch: Tree, notice: Notice) -> None:
        if notice.directives:
            number = sum(1 for _ in _all(notice.directives))
            twig = branch.add(Text(f"directives: {number}", "dim"))
            for directive in notice.directives:
                self._add_directive(twig, directive)

    def _add_directive(self, branch: Tree, directive: Directive) -> None:
        words = [f"{directive.heading} │ " if directive.heading else "", directive.text]
        twig = branch.add(self._text((directive.id, "green"), "  ", *words))
        for task in directive.tasks:
            lead = ", ".join(map(_mention, task.lead)) or "?"
            due = ", ".join(deadline.due or deadline.text for deadline in task.deadlines)
            twig.add(self._text(("task: ", "dim"), lead, f" │ {due}" if due else ""))
        for child in directive.children:
            self._add_directive(twig, child)

    def _add_references(self, branch: Tree, name: str, references: list[Reference]) -> None:
        if references:
            twig = branch.add(Text(f"{name}: {len(references)}", "dim"))
            for reference in references:
                leads = reference.resolved.notice_id or reference.resolved.status
                twig.add(self._text((f"{reference.id}  ", "green"), reference.text, (f"  → {leads}", "dim")))

    def _add_entities(self, branch: Tree, notice: Notice) -> None:
        """Add a line a label: the names in order of their first mention, with how often each is meant."""
        named: dict[str, Counter[str]] = {}
        for entity in notice.entities:
            if entity.label != "REFERENCE":
                named.setdefault(entity.label, Counter())[entity.canonical or entity.value or entity.text] += 1
        if not named:
            return
        twig = branch.add(Text(f"entities: {sum(names.total() for names in named.values())}", "dim"))
        for label in sorted(named):
            names = ", ".join(name if times == 1 else f"{name} ×{times}" for name, times in named[label].items())
            twig.add(self._text((f"{label}: ", "green"), names))

    def add_warnings(self, branch: Tree, warnings: Iterable[Warning]) -> None:
        """Add the warnings, if there are any."""
        for warning in warnings:
            branch.add(self._text((f"warning {warning.code}: ", "yellow"), warning.message))


def _facts(notice: Notice) -> list[tuple[str, str]]:
    """Return name and value of every fact of the heading that was found."""
    issuer = notice.issuer
    known = {
        "regime": notice.regime,
        "subject": notice.subject,
        "issuer": f"{issuer.name} (of {issuer.parent})" if issuer and issuer.parent else issuer and issuer.name,
        "place": notice.place,
        "issued on": notice.issued_on and (notice.issued_on.iso or notice.issued_on.raw),
        "urgency": notice.urgency,
        "secrecy": notice.secrecy,
        "addressees": "; ".join(map(_mention, notice.addressees)),
    }
    return [(name, value) for name, value in known.items() if value]


def _mention(mention: Mention) -> str:
    return mention.text


def _signature(signature: Signature) -> str:
    return " │ ".join(part for part in (signature.authority, signature.position, signature.name) if part)


def _all(directives: Iterable[Directive]) -> Iterable[Directive]:
    for directive in directives:
        yield directive
        yield from _all(directive.children)
