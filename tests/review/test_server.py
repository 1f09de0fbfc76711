"""The review page on loopback: who may use it, what it writes, and what it refuses."""

import http.client
import json
import os
import signal
import subprocess
import sys
import threading
import urllib.parse
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from convert.reader import PageFile, ReadingOptions
from convert.review.desk import Desk
from convert.review.server import ReviewServer
from tests.reader.test_fixes import fix_file
from tests.review.conftest import DAY


@pytest.fixture
def served(pages: Path) -> Iterator[ReviewServer]:
    """A server of the two pages."""
    files = [PageFile(str(path), path.read_bytes()) for path in sorted(pages.glob("*.txt"))]
    server = ReviewServer(Desk(files, ReadingOptions()))
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    yield server
    server.shutdown()
    server.server_close()
    thread.join()


def ask(
    server: ReviewServer, method: str = "GET", place: str | None = None, body: bytes | None = None, **headers: str
) -> tuple[int, bytes, dict[str, str]]:
    """Status, body and headers of an answer; `place` is below the secret, or a whole path if it begins with a slash."""
    connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=120)
    path = place if place and place.startswith("/") else f"/{server.secret}/{place or ''}"
    if method in ("PUT", "POST"):
        headers = {"Content-Type": "application/toml", **headers}
    connection.request(method, path, body, headers)
    answer = connection.getresponse()
    got = answer.status, answer.read(), {name.lower(): value for name, value in answer.getheaders()}
    connection.close()
    return got


def test_the_page_is_given_to_who_knows_its_address(served: ReviewServer) -> None:
    status, body, headers = ask(served)
    assert status == 200
    assert "区总工会开展夏送清凉活动" in body.decode()
    assert headers["cache-control"] == "no-store"
    assert headers["x-frame-options"] == "DENY"
    assert served.address.startswith("http://127.0.0.1:")


@pytest.mark.parametrize("place", ["/", "/wrong/", "/wrong/fixes/0", "/%00/"])
def test_without_the_secret_nothing_is_given_and_nothing_written(served: ReviewServer, pages: Path, place: str) -> None:
    for method in ("GET", "PUT"):
        assert ask(served, method, place, fix_file(DAY.encode()))[0] == 403
    assert list(pages.glob("*.toml")) == []


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:{port}", "127.0.0.1", "127.0.0.1.evil.example:{port}", ""]
)
def test_a_name_that_was_made_to_point_here_is_refused(served: ReviewServer, pages: Path, host: str) -> None:
    named = host.format(port=served.server_port)
    data = fix_file(DAY.encode(), {"number": 9, "label": "crosshead"})
    assert ask(served, Host=named)[0] == 403
    assert ask(served, "PUT", "fixes/0", data, Host=named)[0] == 403
    assert list(pages.glob("*.toml")) == []


def test_a_request_that_another_site_sends_is_refused(served: ReviewServer, pages: Path) -> None:
    data = fix_file(DAY.encode(), {"number": 9, "label": "crosshead"})
    assert ask(served, "PUT", "fixes/0", data, Origin="https://evil.example")[0] == 403
    assert ask(served, "PUT", "fixes/0", data, Origin="null")[0] == 403
    assert ask(served, "PUT", "fixes/0", data, **{"Content-Type": "text/plain"})[0] == 415
    assert list(pages.glob("*.toml")) == []


def test_corrections_are_written_beside_the_page_and_the_answer_is_the_page_read_anew(
    served: ReviewServer, pages: Path
) -> None:
    data = fix_file(DAY.encode(), {"number": 9, "label": "headline"})
    status, body, _ = ask(served, "PUT", "fixes/0", data)
    assert status == 200
    assert (pages / "a.txt.fix.toml").read_bytes() == data
    line = next(line for line in json.loads(body)["data"]["lines"] if line["n"] == 9)
    assert (line["label"], line["rule"]) == ("headline", "corrected by a fix file")
    assert ask(served, "PUT", "fixes/0", fix_file(DAY.encode()))[0] == 200
    assert not (pages / "a.txt.fix.toml").exists()


def test_a_page_is_read_with_corrections_that_are_not_saved_and_nothing_is_written(
    served: ReviewServer, pages: Path
) -> None:
    data = fix_file(DAY.encode(), {"number": 9, "label": "headline", "kind": "other"})
    status, body, _ = ask(served, "POST", "read/0", data)
    answer = json.loads(body)
    assert status == 200
    assert [article["kind"] for article in answer["data"]["articles"]][1] == "other"
    told = {"en": "corrected by a fix file", "zh": "人工校改", "hant": "人工校改"}
    assert answer["words"]["corrected by a fix file"] == told
    assert list(pages.glob("*.toml")) == []
    assert b"fix file" not in ask(served)[1].split(b'id="page-0"')[1].split(b"</script>")[0]
    assert ask(served, "POST", "fixes/0", data)[0] == ask(served, "PUT", "read/0", data)[0] == 404
    assert ask(served, "POST", "read/0", data, Origin="https://evil.example")[0] == 403
    assert ask(served, "POST", "read/1", data)[0] == 400


def test_beside_a_page_in_an_archive_nothing_is_written_and_that_is_said(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "day.zip", "w") as archive:
        archive.writestr("01/a.txt", DAY)
    program = str(Path(sys.executable).with_name("newsconvert"))
    command = [program, "review", str(tmp_path / "day.zip"), "--serve"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        address = urllib.parse.urlsplit(running.stdout.readline().strip())
        connection = http.client.HTTPConnection(address.hostname or "", address.port, timeout=120)
        data = fix_file(DAY.encode(), {"number": 9, "label": "headline"})
        answers = []
        for method, place in (("PUT", "fixes/0"), ("POST", "read/0")):
            connection.request(method, f"{address.path}{place}", data, {"Content-Type": "application/toml"})
            answer = connection.getresponse()
            answers.append((answer.status, answer.read().decode()))
        connection.close()
        running.terminate()
        [line] = running.stderr.read().splitlines()
    assert answers[0][0] == 500
    assert "the page is in an archive; download the fix file" in answers[0][1]
    assert answers[1][0] == 200
    assert "in an archive, where no fix file can be written" in line
    assert [path.name for path in tmp_path.iterdir()] == ["day.zip"]


@pytest.mark.parametrize("place", ["fixes/2", "fixes/-1", "fixes/../a", "fixes/", "fixes/0/x", "other/0", ""])
def test_only_the_pages_that_were_given_can_be_corrected(served: ReviewServer, pages: Path, place: str) -> None:
    assert ask(served, "PUT", place, fix_file(DAY.encode(), {"number": 9, "label": "headline"}))[0] == 404
    assert list(pages.glob("*.toml")) == []


@pytest.mark.parametrize("data", [b"nonsense =", b"", fix_file(b"another page", {"number": 1, "label": "headline"})])
def test_what_is_no_fix_file_of_the_page_is_not_written(served: ReviewServer, pages: Path, data: bytes) -> None:
    status, words, _ = ask(served, "PUT", "fixes/0", data)
    assert status == 400
    assert b"a.txt.fix.toml" in words
    assert list(pages.glob("*.toml")) == []


def test_too_much_is_refused_before_it_is_read(served: ReviewServer) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", served.server_port, timeout=120)
    connection.putrequest("PUT", f"/{served.secret}/fixes/0")
    connection.putheader("Content-Type", "application/toml")
    connection.putheader("Content-Length", str(1 << 40))
    connection.endheaders()
    assert connection.getresponse().status == 413
    connection.close()


def test_what_somebody_else_changed_is_not_overwritten(served: ReviewServer, pages: Path) -> None:
    theirs = fix_file(DAY.encode(), {"number": 3, "label": "section"})
    (pages / "a.txt.fix.toml").write_bytes(theirs)
    data = fix_file(DAY.encode(), {"number": 9, "label": "headline"})
    assert ask(served, "PUT", "fixes/0", data)[0] == 409
    assert (pages / "a.txt.fix.toml").read_bytes() == theirs
    (pages / "b.txt").write_text("changed", "utf-8")
    assert ask(served, "PUT", "fixes/1", data)[0] == 409


@pytest.fixture
def program(pages: Path) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """`newsconvert review --serve`, running, and the address that it printed."""
    command = [str(Path(sys.executable).with_name("newsconvert")), "review", str(pages), "--serve"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=os.environ
    ) as running:
        assert running.stdout is not None
        yield running, running.stdout.readline().strip()
        running.terminate()


def test_the_command_serves_until_it_is_stopped(program: tuple[subprocess.Popen[str], str]) -> None:
    running, address = program
    there = urllib.parse.urlsplit(address)
    connection = http.client.HTTPConnection(there.hostname or "", there.port, timeout=120)
    connection.request("GET", there.path)
    assert connection.getresponse().status == 200
    connection.close()
    running.send_signal(signal.SIGINT)
    assert running.wait(10) == 130
    assert running.stderr is not None
    assert running.stderr.read() == ""


@pytest.mark.system
def test_corrections_made_in_the_browser_are_saved_by_the_server_and_can_be_taken_back(
    program: tuple[subprocess.Popen[str], str], tab: Page, pages: Path
) -> None:
    tab.goto(program[1])
    tab.locator('.line[data-key="9:0"]').click()
    tab.keyboard.press("3")
    expect(tab.get_by_text("Reading the page again with the corrections").first).to_be_visible()
    tab.keyboard.press("s")
    expect(tab.get_by_role("status")).to_have_text("Saved a.txt.fix.toml")
    assert b'label = "headline"' in (pages / "a.txt.fix.toml").read_bytes()
    expect(tab.locator(".preview-flag")).to_have_count(0)
    expect(tab.locator(".read h3").nth(1)).to_have_text("大家都很满意")
    tab.keyboard.press("x")
    tab.keyboard.press("s")
    expect(tab.get_by_role("status")).to_have_text("Removed a.txt.fix.toml")
    assert not (pages / "a.txt.fix.toml").exists()
    expect(tab.locator(".line[data-fixed]")).to_have_count(0)


@pytest.mark.system
def test_the_served_page_shows_what_the_reader_makes_of_corrections_before_they_are_saved(
    program: tuple[subprocess.Popen[str], str], tab: Page, pages: Path
) -> None:
    tab.goto(program[1])
    tab.locator('.line[data-key="9:0"]').click()
    tab.keyboard.press("3")
    expect(tab.locator(".preview-flag")).to_have_count(0)
    expect(tab.locator(".read h3").nth(1)).to_have_text("大家都很满意")
    expect(tab.locator('.line[data-key="9:0"] .why')).to_contain_text("corrected by a fix file")
    expect(tab.locator('.line[data-key="9:0"]')).to_be_focused()
    expect(tab.locator("#counts")).to_contain_text("1 unsaved")
    tab.keyboard.press("z")
    expect(tab.locator(".preview-flag")).to_have_count(0)
    expect(tab.locator("#counts")).not_to_contain_text("unsaved")
    expect(tab.locator('.line[data-key="9:0"]')).not_to_have_attribute("data-label", "headline")
    assert list(pages.glob("*.toml")) == []


@pytest.mark.system
def test_a_server_that_has_stopped_leaves_a_preview_and_says_so(
    program: tuple[subprocess.Popen[str], str], browser: Browser
) -> None:
    with browser.new_context(locale="en") as context:
        tab = context.new_page()
        tab.goto(program[1])
        program[0].terminate()
        program[0].wait()
        tab.locator('.line[data-key="9:0"]').click()
        tab.keyboard.press("3")
        expect(tab.get_by_role("note").first).to_contain_text("Not read again with the corrections")
        expect(tab.locator(".preview-flag").first).to_contain_text("Preview")
