"""The review page on loopback: who may use it, what it writes, and what it refuses."""

import http.client
import json
import os
import signal
import subprocess
import sys
import threading
import urllib.parse
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

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
    connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=10)
    path = place if place and place.startswith("/") else f"/{server.secret}/{place or ''}"
    if method == "PUT":
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
    connection = http.client.HTTPConnection("127.0.0.1", served.server_port, timeout=10)
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
    connection = http.client.HTTPConnection(there.hostname or "", there.port, timeout=10)
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
    expect(tab.get_by_text("Preview of the corrections").first).to_be_visible()
    tab.keyboard.press("s")
    expect(tab.get_by_role("status")).to_have_text("Saved a.txt.fix.toml")
    assert b'label = "headline"' in (pages / "a.txt.fix.toml").read_bytes()
    expect(tab.get_by_text("Preview of the corrections")).to_have_count(0)
    expect(tab.locator(".read h3").nth(1)).to_have_text("大家都很满意")
    tab.keyboard.press("x")
    tab.keyboard.press("s")
    expect(tab.get_by_role("status")).to_have_text("Removed a.txt.fix.toml")
    assert not (pages / "a.txt.fix.toml").exists()
    expect(tab.locator(".line[data-fixed]")).to_have_count(0)
