"""Each verb as it is used: what it prints for people, what it prints as JSON, what it leaves on the disk."""

import json
import shutil
import stat
from pathlib import Path

import pytest

from annotator import resources
from annotator.project.places import backup_folder, sample_path
from annotator.storage.mentions import MANY
from annotator.verbs import annotator
from tests.damage import tamper
from tests.verbs import Run, opened, refused

(SEED,) = resources.seeds()
LINE_KEYS = {"schema", "id", "text", "text_sha256", "unit", "layer", "status", "spans", "relations"}
SCHEMA = """name = "small/1"
[[label]]
name = "who"
key = "1"
lane = "names"
color = "#0072B2"
"""


def test_every_verb_takes_json() -> None:
    assert [name for name, verb in annotator.commands.items() if not any(one.name == "as_json" for one in verb.params)] == []


def test_new_says_which_labels_it_made(run: Run, tmp_path: Path) -> None:
    answer = run("new", tmp_path / "a.annotator", "--analyst", "Lena", "--json")
    assert answer.json["labels"] == ["actor", "casualty", "location", "claim"]
    with opened(tmp_path / "a.annotator") as project:
        assert project.layer.name == "Lena"


def test_new_takes_another_schema(run: Run, tmp_path: Path) -> None:
    (tmp_path / "s.toml").write_text(SCHEMA, encoding="utf-8")
    assert run("new", tmp_path / "a.annotator", "--schema", tmp_path / "s.toml", "--json").json["labels"] == ["who"]


def test_new_refuses_a_name_that_is_taken_and_a_schema_that_is_none(run: Run, marked: Path, tmp_path: Path) -> None:
    before = marked.read_bytes()
    refused(run("new", marked), "is there already")
    (tmp_path / "s.toml").write_text("name = 3", encoding="utf-8")
    refused(run("new", tmp_path / "b.annotator", "--schema", tmp_path / "s.toml"), "s.toml:1:", "correct it")
    assert marked.read_bytes() == before
    assert not (tmp_path / "b.annotator").exists()


def test_import_says_for_each_file_how_it_was_read(run: Run, tmp_path: Path) -> None:
    run("new", tmp_path / "a.annotator")
    folder = tmp_path / "texts" / "deep"
    folder.mkdir(parents=True)
    arabic = "أعلنت وزارة الخارجية أن وقف إطلاق النار بدأ صباح اليوم في قره باغ، وقال المتحدث إن القتلى كثيرون.\n" * 8
    (folder / "a.txt").write_bytes(arabic.encode("windows-1256"))
    (folder / "b.TXT").write_text(arabic + "ثم", encoding="utf-16")
    (folder / ".hidden.txt").write_bytes(b"\xff\xff")
    answer = run("import", tmp_path / "a.annotator", tmp_path / "texts", "--json")
    assert [(file["name"], file["encoding"]) for file in answer.json["files"]] == [
        ("a.txt", "windows-1256"),
        ("b.TXT", "utf-16-le"),
    ]
    assert answer.json["documents"] == {"new": 2, "known": 0}
    assert "a.txt: read as windows-1256, a guess" in answer.err
    assert "b.TXT" not in answer.err


def test_an_encoding_that_was_named_is_used_and_not_called_a_guess(run: Run, tmp_path: Path) -> None:
    run("new", tmp_path / "a.annotator")
    (tmp_path / "a.txt").write_bytes("قره باغ".encode("iso-8859-6"))
    answer = run("import", tmp_path / "a.annotator", tmp_path / "a.txt", "--encoding", "iso-8859-6")
    assert answer.err == ""
    with opened(tmp_path / "a.annotator") as project:
        (entry,) = project.documents().result()
        assert project.document(entry.id).result().document.text == "قره باغ"


def test_much_comes_in_without_a_backup_only_when_told_so(run: Run, tmp_path: Path) -> None:
    project, texts = tmp_path / "a.annotator", tmp_path / "texts"
    run("new", project)
    texts.mkdir()
    for number in range(MANY + 1):
        (texts / f"{number}.txt").write_text(f"نص {number}", encoding="utf-8")
    folder = backup_folder(project)
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.touch()
    before = project.read_bytes()
    refused(run("import", project, texts), "the backup before import could not be made", "--without-backup")
    assert project.read_bytes() == before
    assert run("import", project, texts, "--preview", "--without-backup").code == 0
    assert project.read_bytes() == before
    answer = run("import", project, texts, "--without-backup", "--json")
    assert (answer.code, answer.json["documents"]["new"]) == (0, MANY + 1)


def test_a_preview_counts_what_the_import_then_does_and_changes_nothing(run: Run, marked: Path, tmp_path: Path) -> None:
    run("export", marked, "--out", tmp_path / "a.jsonl")
    run("new", tmp_path / "b.annotator")
    before = (tmp_path / "b.annotator").read_bytes()
    preview = run("import", tmp_path / "b.annotator", tmp_path / "a.jsonl", SEED, "--preview", "--json").json
    assert (tmp_path / "b.annotator").read_bytes() == before
    done = run("import", tmp_path / "b.annotator", tmp_path / "a.jsonl", SEED, "--json").json
    assert preview == done | {"preview": True}
    assert done["documents"] == {"new": 1, "known": 0}
    assert done["spans"]["new"] > 20
    again = run("import", tmp_path / "b.annotator", tmp_path / "a.jsonl", "--json").json
    assert again["documents"] == {"new": 0, "known": 1}
    assert again["spans"] == {"new": 0}


def test_skip_failed_takes_the_good_lines_and_names_the_others(run: Run, marked: Path, tmp_path: Path) -> None:
    run("export", marked, "--out", tmp_path / "a.jsonl")
    good = (tmp_path / "a.jsonl").read_bytes()
    (tmp_path / "b.jsonl").write_bytes(b'{"schema":"annotator.doc/1"}\n' + good)
    run("new", tmp_path / "b.annotator")
    refused(run("import", tmp_path / "b.annotator", tmp_path / "b.jsonl"), "b.jsonl:1:")
    answer = run("import", tmp_path / "b.annotator", tmp_path / "b.jsonl", "--skip-failed", "--json")
    assert answer.code == 0
    assert answer.err.startswith("left out: b.jsonl:1:")
    assert answer.json["documents"]["new"] == 1


def test_skip_failed_leaves_out_labels_that_the_project_does_not_have(run: Run, marked: Path, tmp_path: Path) -> None:
    run("export", marked, "--out", tmp_path / "a.jsonl")
    (tmp_path / "s.toml").write_text(SCHEMA, encoding="utf-8")
    run("new", tmp_path / "b.annotator", "--schema", tmp_path / "s.toml")
    refused(run("import", tmp_path / "b.annotator", tmp_path / "a.jsonl"), "the label", "is not in this project")
    answer = run("import", tmp_path / "b.annotator", tmp_path / "a.jsonl", SEED, "--skip-failed", "--json")
    assert answer.code == 0
    assert answer.err.startswith("left out: ")
    assert (answer.json["documents"]["new"], len(answer.json["refused"])) == (1, 1)


def test_spans_that_name_nobody_go_to_the_analyst_named(run: Run, marked: Path, tmp_path: Path) -> None:
    run("export", marked, "--out", tmp_path / "a.jsonl")
    line = json.loads((tmp_path / "a.jsonl").read_bytes())
    del line["layer"]["annotator"]
    (tmp_path / "b.jsonl").write_text(json.dumps(line), encoding="utf-8")
    run("new", tmp_path / "b.annotator")
    run("import", tmp_path / "b.annotator", tmp_path / "b.jsonl", "--analyst", "Omar")
    layers = {layer["name"]: layer["spans"] for layer in run("info", tmp_path / "b.annotator", "--json").json["layers"]}
    assert layers["analyst"] == {}
    assert sum(layers["Omar"].values()) == len(line["spans"])


def test_finished_says_that_what_is_not_marked_is_not_there(run: Run, tmp_path: Path) -> None:
    run("new", tmp_path / "a.annotator")
    run("import", tmp_path / "a.annotator", SEED, "--finished")
    run("export", tmp_path / "a.annotator", "--out", tmp_path / "a.jsonl")
    (line,) = map(json.loads, (tmp_path / "a.jsonl").read_text(encoding="utf-8").splitlines())
    assert line["status"] == "complete"
    assert line["spans"] == []
    assert line["reviewed"] == {"labels": ["actor", "casualty", "claim", "location"], "ranges": [[0, len(line["text"])]]}


def test_an_export_is_closed_to_others_and_keeps_the_permissions_of_what_it_replaces(
    run: Run, marked: Path, tmp_path: Path
) -> None:
    out = tmp_path / "a.jsonl"
    run("export", marked, "--out", out)
    assert stat.S_IMODE(out.stat().st_mode) == 0o600
    out.chmod(0o640)
    run("export", marked, "--out", out)
    assert stat.S_IMODE(out.stat().st_mode) == 0o640


def test_an_export_into_a_folder_has_the_name_of_the_form(run: Run, marked: Path, tmp_path: Path) -> None:
    answer = run("export", marked, "--out", tmp_path, "--json").json
    assert answer == {"file": str(tmp_path / "native.jsonl"), "as": "native", "lines": 1, "spans": answer["spans"]}
    assert set(json.loads((tmp_path / "native.jsonl").read_bytes())) > LINE_KEYS


def test_an_untouched_project_exports_nothing_unless_all_is_asked_for(run: Run, tmp_path: Path) -> None:
    run("new", tmp_path / "a.annotator")
    run("import", tmp_path / "a.annotator", SEED)
    assert "nothing is marked yet" in run("export", tmp_path / "a.annotator", "--out", tmp_path / "a.jsonl").out
    assert (tmp_path / "a.jsonl").read_bytes() == b""
    run("export", tmp_path / "a.annotator", "--out", tmp_path / "a.jsonl", "--all")
    assert json.loads((tmp_path / "a.jsonl").read_bytes())["status"] == "untouched"


def test_info_counts_and_lists(run: Run, marked: Path) -> None:
    found = run("info", marked, "--documents", "--json").json
    assert (found["documents"], found["characters"]) == (1, 5392)
    assert set(found["layers"][0]["spans"]) == {"actor", "casualty", "claim", "location"}
    assert found["listed"][0]["number"] == 1
    spoken = run("info", marked, "--documents").out.splitlines()
    assert spoken[0] == f"p.annotator: 1 document, 5392 characters, {found['edits']} edits"
    assert spoken[-1].startswith("    1  وذكرت وكالة")


def test_info_names_the_service_that_shares_the_folder_and_other_copies(run: Run, marked: Path) -> None:
    assert run("info", marked, "--json").json["cloud"] == {"service": None, "copies": []}
    other = marked.with_name("p (conflicted copy 2026-03-04 101112).annotator")
    shutil.copyfile(marked, other)
    (marked.parent / ".stfolder").mkdir()
    assert run("info", marked, "--json").json["cloud"] == {"service": "Syncthing", "copies": [other.name]}
    told = run("info", marked).out.splitlines()[-2:]
    assert ("Syncthing" in told[0], other.name in told[1]) == (True, True)


def test_check_of_a_sound_project_finds_nothing(run: Run, marked: Path) -> None:
    assert run("check", marked).out.splitlines()[0] == "p.annotator: whole"
    assert run("check", marked, "--json").json["findings"] == []


def test_check_looks_at_the_backups_too_and_finds_the_damaged_one(run: Run, marked: Path) -> None:
    run("info", marked)
    with opened(marked) as project:
        for reason in ("one", "two"):
            project.back_up(reason).result()
        newer, older, *_ = project.backups().result()
    answer = run("check", marked, "--backups", "--json")
    assert answer.code == 0
    assert {Path(one["file"]) for one in answer.json["backups"]} >= {newer.path, older.path}
    content = bytearray(older.path.read_bytes())
    place = content.index("إنترفاكس".encode())
    content[place : place + 2] = "ب".encode()
    older.path.write_bytes(content)
    newer.path.write_bytes(b"")
    answer = run("check", marked, "--backups")
    assert answer.code == 1
    assert "p.annotator: whole" in answer.out
    assert f"{older.path.name}: error: " in answer.out
    assert f"{newer.path.name}: error: file: " in answer.out


def test_check_looks_at_the_backups_of_a_project_that_cannot_be_opened(run: Run, marked: Path) -> None:
    content = marked.read_bytes()
    marked.write_bytes(content[:9000])
    answer = run("check", marked, "--backups", "--json")
    assert answer.code == 1
    assert [finding["where"] for finding in answer.json["findings"]] == ["file"]
    assert answer.json["backups"]
    assert all(backup["findings"] == [] for backup in answer.json["backups"])


def test_check_says_when_there_are_no_backups(run: Run, tmp_path: Path) -> None:
    run("new", tmp_path / "a.annotator")
    assert run("check", tmp_path / "a.annotator", "--backups").out == "a.annotator: whole\nno backups yet\n"


def test_check_accepts_what_another_program_changed_and_says_what(run: Run, marked: Path) -> None:
    tamper(marked, "UPDATE source SET title = 'other'")
    answer = run("check", marked)
    assert (answer.code, "--reseal" in answer.out) == (1, True)
    answer = run("check", marked, "--reseal", "--json")
    assert answer.code == 0
    assert answer.json["findings"] == []
    assert [finding["where"] for finding in answer.json["accepted"]] == ["source"]
    assert run("check", marked, "--reseal").out.splitlines()[:2] == ["p.annotator: whole", "p.annotator: nothing to accept"]
    tamper(marked, "UPDATE label SET name = 'other' WHERE key = '1'")
    told = run("check", marked, "--reseal").out.splitlines()
    assert told[:2] == ["p.annotator: accepted as it is now: label", "p.annotator: whole"]


def test_check_accepts_nothing_where_more_is_wrong(run: Run, marked: Path) -> None:
    tamper(marked, "UPDATE source SET title = 'other'", "UPDATE edit SET verb = 'other' WHERE seq = 2")
    before = marked.read_bytes()
    refused(run("check", marked, "--reseal", "--json"), "p.annotator: nothing was accepted", "history, action 2")
    assert marked.read_bytes() == before


def test_check_of_a_damaged_project_ends_with_1(run: Run, marked: Path) -> None:
    content = bytearray(marked.read_bytes())
    place = content.index("إنترفاكس".encode())
    content[place : place + 2] = "ب".encode()
    marked.write_bytes(content)
    answer = run("check", marked, "--json")
    assert answer.code == 1
    assert any(finding["level"] == "error" for finding in answer.json["findings"])


@pytest.mark.parametrize("words", [("--rescue", "new", "--reseal"), ("--rescue", "new", "--backups"), ("--without-backup",)])
def test_check_ignores_no_option_that_goes_with_no_other(run: Run, marked: Path, words: tuple[str, ...]) -> None:
    before = marked.read_bytes()
    assert run("check", marked, *words).code == 2
    assert marked.read_bytes() == before


def test_check_rescues_into_a_new_file_and_says_what_it_could_not(run: Run, marked: Path, tmp_path: Path) -> None:
    answer = run("check", marked, "--rescue", tmp_path / "new.annotator", "--without-backup", "--json")
    assert (answer.code, answer.json["backup"], answer.json["rest"]) == (0, None, [])
    content = bytearray(marked.read_bytes())
    place = content.index("إنترفاكس".encode())
    content[place : place + 2] = b"\xff\xff"
    marked.write_bytes(content)
    answer = run("check", marked, "--rescue", tmp_path / "other.annotator", "--without-backup")
    assert answer.code == 1
    assert "p.annotator: error: document" in answer.out


@pytest.mark.parametrize("suffix", [".png", ".svg", ".pdf", ".html"])
def test_render_finds_a_document_by_title_number_and_id(run: Run, marked: Path, tmp_path: Path, suffix: str) -> None:
    (entry,) = run("info", marked, "--documents", "--json").json["listed"]
    sizes = set()
    for name in (entry["title"], "1", entry["id"][:8]):
        answer = run("render", marked, name, "--out", tmp_path / f"page{suffix}", "--json")
        assert answer.json["spans"] == entry["spans"]
        sizes.add((tmp_path / f"page{suffix}").stat().st_size)
    assert min(sizes) > 10_000


def test_render_takes_width_zoom_theme_and_language(run: Run, marked: Path, tmp_path: Path) -> None:
    out = tmp_path / "page.html"
    run("render", marked, "1", "--out", out, "--width", "640", "--zoom", "150", "--theme", "dark", "--lang", "ar")
    page = out.read_text(encoding="utf-8")
    assert "max-width: 640px" in page
    assert "font: 30px" in page
    assert ">فاعل<" in page


@pytest.mark.parametrize("name", ["nothing", "0", "2", "-1", "ffffffffff", "٢", "9" * 5000])
def test_render_of_a_document_that_is_not_there_says_where_to_look(run: Run, marked: Path, tmp_path: Path, name: str) -> None:
    refused(run("render", marked, "--out", tmp_path / "page.png", "--", name), "info --documents")
    assert not (tmp_path / "page.png").exists()


def test_render_refuses_what_is_no_picture_format(run: Run, marked: Path, tmp_path: Path) -> None:
    refused(run("render", marked, "1", "--out", tmp_path / "page.bmp"), ".png, .svg, .pdf, .html")


def test_sample_makes_a_project_a_picture_and_a_training_file_and_says_where(run: Run) -> None:
    answer = run("sample")
    path = sample_path()
    for suffix in (".annotator", ".png", ".jsonl"):
        assert str(path.with_suffix(suffix)) in answer.out
        assert path.with_suffix(suffix).stat().st_size > 1000
    assert "annotator open --sample" in answer.out
    assert json.loads(path.with_suffix(".jsonl").read_bytes())["text"] == SEED.read_bytes().decode()
    assert run("sample", "--json").json["project"] == str(path)


def test_open_without_a_screen_ends_in_a_sentence(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    for words in ((), ("open",), ("open", "p.annotator"), ("open", "--sample"), ("open", "--json", "p.annotator")):
        refused(run(*words), "no screen")


def test_wrong_usage_ends_with_2(run: Run, marked: Path) -> None:
    assert run("export", marked).code == 2
    assert run("export", marked, "--out", "x", "--as", "nothing").code == 2
    for verb in ("info", "check", "new"):
        assert run(verb, "").code == 2
    assert run("import", marked, "").code == 2


def test_a_name_that_no_line_could_hold_is_cleaned_and_an_empty_one_refused(run: Run, tmp_path: Path) -> None:
    for number, name in enumerate(("\u200fأحمد", "أحمد\n", "\u2028أحمد ", "أح\u202eمد")):
        path, out = tmp_path / f"{number}.annotator", tmp_path / f"{number}.jsonl"
        run("new", path, "--analyst", name)
        run("import", path, SEED)
        run("export", path, "--all", "--out", out)
        assert json.loads(out.read_bytes())["layer"]["annotator"] == "أحمد"
        assert run("import", path, out).code == 0
    refused(run("new", tmp_path / "a.annotator", "--analyst", " \u200f"), "needs a name")
    refused(run("import", tmp_path / "0.annotator", SEED, "--analyst", "\n"), "needs a name")
    assert not (tmp_path / "a.annotator").exists()


def test_what_nobody_touched_goes_round_to_the_byte_too(run: Run, tmp_path: Path) -> None:
    run("new", tmp_path / "a.annotator", "--analyst", "Lena")
    run("import", tmp_path / "a.annotator", SEED)
    run("export", tmp_path / "a.annotator", "--all", "--out", tmp_path / "a.jsonl")
    run("new", tmp_path / "b.annotator")
    run("import", tmp_path / "b.annotator", tmp_path / "a.jsonl")
    run("export", tmp_path / "b.annotator", "--all", "--out", tmp_path / "b.jsonl")
    assert (tmp_path / "b.jsonl").read_bytes() == (tmp_path / "a.jsonl").read_bytes()
