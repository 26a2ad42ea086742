"""Prints all words of a file as another program than Lectern reads them: for scripts/kit.mjs."""
import csv, html.parser, io, json, sqlite3, subprocess, sys, tempfile, xml.etree.ElementTree as xml, zipfile


class Words(html.parser.HTMLParser):
    """The text of a page; scripts as they are, attributes that are read aloud too."""

    def __init__(self):
        super().__init__()
        self.words = []

    def handle_data(self, data):
        self.words.append(data)

    def handle_starttag(self, tag, attributes):
        self.words += [value for name, value in attributes if name in ("alt", "aria-label", "title", "content") and value]


def of_html(text):
    reader = Words()
    reader.feed(text)
    return " ".join(reader.words)


def of_xml(data):
    root = xml.fromstring(data)
    parts = []
    for element in root.iter():
        parts += [element.text or "", element.tail or ""] + list(element.attrib.values())
    text = " ".join(parts)
    # Questions hold HTML as text.
    return text + " " + of_html(text) if "<" in text else text


def of_sqlite(data):
    with tempfile.NamedTemporaryFile() as file:
        file.write(data)
        file.flush()
        base = sqlite3.connect(file.name)
        assert base.execute("pragma integrity_check").fetchone() == ("ok",)
        rows = base.execute("select flds || ' ' || tags from notes").fetchall()
        return of_html(" ".join(row[0].replace("\x1f", " ") for row in rows))


def of_zip(data):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return " ".join(of(name, archive.read(name)) for name in archive.namelist())


def of_pdf(data):
    with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
        file.write(data)
        file.flush()
        run = lambda *args: subprocess.run(args, capture_output=True, check=True).stdout.decode()
        return run("pdftotext", "-enc", "UTF-8", file.name, "-") + run("pdfinfo", "-meta", file.name) + run("pdfinfo", file.name)


def of(name, data):
    end = name.rsplit(".", 1)[-1].lower()
    if end in ("png", "webp", "svg", "woff2", "jpg"):
        return ""
    if end in ("epub", "imscc", "zip", "apkg", "pptx"):
        return of_zip(data)
    if end == "pdf":
        return of_pdf(data)
    if end == "anki2":
        return of_sqlite(data)
    text = data.decode("utf-8")
    if end in ("xml", "rels", "ncx", "opf") or (end == "xhtml"):
        return of_xml(data)
    if end == "html":
        return of_html(text)
    if end == "tsv":
        rows = [row for row in csv.reader(io.StringIO(text), delimiter="\t") if row and not row[0].startswith("#")]
        assert len({len(row) for row in rows}) <= 1, "rows of different lengths"
        return of_html(" ".join(" ".join(row) for row in rows))
    if end == "json":
        json.loads(text)
    if end == "ics":
        assert all(len(line) <= 75 for line in data.split(b"\r\n")), "long line"
        text = text.replace("\r\n ", "").replace("\\n", "\n").replace("\\,", ",").replace("\\;", ";").replace("\\\\", "\\")
    return text


with open(sys.argv[1], "rb") as given:
    print(of(sys.argv[1], given.read()))
