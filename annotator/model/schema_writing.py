"""A schema as the text of a schema file, which reads as the same schema again."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import regex

from annotator.model.ids import NO_ID
from annotator.model.relations import RelationKind, relation_id
from annotator.model.schema_facts import Stanza
from annotator.model.schema_files import schema_in
from annotator.model.schemas import Label, Look, Schema, label_id

_BARE = regex.compile("[A-Za-z0-9_-]+")
_ESCAPED = regex.compile(r'[\\"]')
_INDENT = "    "
_STANZAS = ("label", "relation", "field")


def write_schema(schema: Schema, name: str = "schema") -> str:
    """Return *schema* as TOML; raises InvalidFile, by the *name* of the file to be, if a file cannot say the same."""
    text = "\n".join(_lines(content_of(schema))) + "\n"
    schema_in(text.encode(errors="surrogatepass"), name)
    return text


def content_of(schema: Schema) -> Stanza:
    """Return what a file says of *schema*, as a TOML reader would."""
    names = {label.id: label.name for label in schema.labels}
    stanzas: dict[str, list[Stanza]] = {
        "label": [_label(label, look, names) for label, look in zip(schema.labels, schema.looks, strict=True)],
        "relation": [_relation(kind, names) for kind in schema.relations],
        "field": [field.stanza for field in schema.fields],
    }
    guidelines = {"guidelines": schema.guidelines} if schema.guidelines else {}
    return {"name": schema.name, "flat": list(schema.flat)} | guidelines | stanzas


def _lines(content: Stanza) -> Iterator[str]:
    for key, value in content.items():
        if key == "guidelines":
            yield f'guidelines = """\n{_escaped(value)}"""'
        elif key in _STANZAS:
            for stanza in value:
                yield from _stanza(key, stanza)
        else:
            yield f"{key} = {_value(value)}"


def _label(label: Label, look: Look, names: Mapping[bytes, str]) -> Stanza:
    facts = {
        "name": label.name,
        "id": "" if label.id == label_id(label.name) else label.id.hex(),
        "key": label.key,
        "lane": label.lane,
        "color": label.color,
        "retired": label.gone,
        "merged_into": "" if label.same_as == NO_ID else names.get(label.same_as, ""),
    }
    return {key: value for key, value in facts.items() if value or key == "key"} | look.stanza


def _relation(kind: RelationKind, names: Mapping[bytes, str]) -> Stanza:
    facts = {
        "name": kind.name,
        "id": "" if kind.id == relation_id(kind.name) else kind.id.hex(),
        "key": kind.key,
        "retired": kind.is_gone,
    }
    ends = [[names[head], names[tail]] for head, tail in kind.ends if head in names and tail in names]
    return {key: value for key, value in facts.items() if value} | kind.stanza | {"ends": ends}


def _stanza(heading: str, facts: Mapping[str, Any]) -> Iterator[str]:
    yield ""
    yield f"[[{heading}]]"
    for key, value in facts.items():
        if key == "values":
            yield f"{key} = ["
            yield from (f"{_INDENT}{_value(one)}," for one in value)
            yield "]"
        elif key != "attribute" and value != {}:
            yield f"{key} = {_value(value)}"
    for attribute in facts.get("attribute", ()):
        yield from _stanza(f"{heading}.attribute", attribute)


def _value(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, Mapping):
        return f"{{ {_joined(f'{_key(key)} = {_value(one)}' for key, one in value.items() if one != {})} }}"
    return f"[{_joined(map(_value, value))}]"


def _joined(values: Iterable[str]) -> str:
    return ", ".join(values)


def _key(key: str) -> str:
    return key if _BARE.fullmatch(key) else _text(key)


def _text(text: str) -> str:
    return f'"{_escaped(text)}"'


def _escaped(text: str) -> str:
    return str(_ESCAPED.sub(r"\\\g<0>", text))
