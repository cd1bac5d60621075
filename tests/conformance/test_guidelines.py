"""What holds for the guidelines that come with the program, in both languages."""

import re
from pathlib import Path

import pytest

from annotator import resources
from annotator.model.schema_files import read_schema

RULES = [f"R{number}" for number in range(1, 16)]
SCHEMAS = ("conflict-ar", "named-entities")
FILES = [resources.path("guidelines", f"{name}.{language}.md") for name in SCHEMAS for language in ("ar", "en")]


def sections(path: Path) -> dict[str, str]:
    """Return the text below each heading that has an anchor, by the anchor."""
    found = re.split(r"^## ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
    parted = (section.partition(" · ") for section in found if " · " in section.partition("\n")[0])
    return {anchor: rest for anchor, _, rest in parted}


@pytest.mark.parametrize("name", SCHEMAS)
def test_both_languages_have_the_same_sections_and_as_many_examples_in_each(name: str) -> None:
    arabic, english = (sections(resources.path("guidelines", f"{name}.{language}.md")) for language in ("ar", "en"))
    assert list(arabic) == list(english)
    for anchor in arabic:
        assert [arabic[anchor].count(sign) for sign in "✓✗"] == [english[anchor].count(sign) for sign in "✓✗"], anchor


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
class TestEveryGuideline:
    """One schema in one language."""

    def test_each_label_has_a_section(self, path: Path) -> None:
        schema = read_schema(resources.path("schemas", f"{path.name.split('.')[0]}.toml"))
        assert {entry.name for entry in schema.labels} <= sections(path).keys()

    def test_the_brackets_of_examples_are_closed_and_the_links_lead_somewhere(self, path: Path) -> None:
        text = path.read_text(encoding="utf-8")
        for line in text.splitlines():
            assert line.count("⟦") == line.count("⟧"), line
        assert set(re.findall(r"\]\(#(.*?)\)", text)) <= sections(path).keys()
        assert "http" not in text


@pytest.mark.parametrize("language", ["ar", "en"])
class TestTheGuidelinesOfConflictNews:
    """In one language."""

    def test_each_rule_has_two_right_examples_and_a_wrong_one(self, language: str) -> None:
        found = sections(resources.path("guidelines", f"conflict-ar.{language}.md"))
        assert [anchor for anchor in found if anchor.startswith("R")] == RULES
        for rule in RULES:
            assert found[rule].count("- ✓") >= 2, rule
            assert found[rule].count("- ✗") >= 1, rule

    def test_they_name_every_value_and_every_relation_of_the_schema(self, language: str) -> None:
        found = sections(resources.path("guidelines", f"conflict-ar.{language}.md"))
        schema = read_schema(resources.path("schemas", "conflict-ar.toml"))
        for entry, look in zip(schema.labels, schema.looks, strict=True):
            named = re.findall(r"\w+", found[entry.name])
            values = {choice.name for attribute in look.attributes for choice in attribute.choices}
            assert values - {*named} == set(), entry.name
        assert {relation.name for relation in schema.relations} <= {*re.findall(r"\((\w+)\)", found["relations"])}
