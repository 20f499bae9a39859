"""A browser small enough for tests: it reads the forms of a page and sends them as a browser would."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

TANPA_NILAI = {"submit", "button", "reset", "image"}


@dataclass
class Kolom:
    """One control of a form; `nilai` is what the page filled in, `pilihan` what a select offers."""

    nama: str
    jenis: str
    nilai: str = ""
    wajib: bool = False
    terpilih: bool = True
    pilihan: list[str] = field(default_factory=list)


@dataclass
class Formulir:
    """A form of a page: where it goes and its controls in their order."""

    action: str
    method: str
    id: str = ""
    daftar_kolom: list[Kolom] = field(default_factory=list)

    @property
    def data(self) -> dict[str, list[str]]:
        """What would be sent if nothing were touched."""
        terkirim = {}
        for kolom in self.daftar_kolom:
            if kolom.nama and kolom.terpilih and kolom.jenis not in TANPA_NILAI | {"file"}:
                terkirim.setdefault(kolom.nama, []).append(kolom.nilai)
        return terkirim

    def berkas_wajib(self) -> list[str]:
        return [kolom.nama for kolom in self.daftar_kolom if kolom.jenis == "file" and kolom.wajib]

    def kosong_wajib(self) -> list[Kolom]:
        """The controls that a browser would refuse to send."""
        return [
            kolom
            for kolom in self.daftar_kolom
            if kolom.wajib and kolom.jenis != "file" and not (kolom.nilai if kolom.terpilih else "")
        ]


def baca_formulir(halaman: str) -> list[Formulir]:
    pembaca = _Pembaca()
    pembaca.feed(halaman)
    return pembaca.daftar_formulir


def formulir(halaman: str, action: str) -> Formulir:
    """The one form of a page that goes to an address."""
    cocok = [satu for satu in baca_formulir(halaman) if satu.action == action]
    assert len(cocok) == 1, f"{len(cocok)} formulir ke {action}"
    return cocok[0]


class _Pembaca(HTMLParser):
    def __init__(self):
        super().__init__()
        self.daftar_formulir = []
        self._kini = None
        self._teks = None
        self._opsi = None

    def handle_starttag(self, tag, attrs):
        atribut = dict(attrs)
        if tag == "form":
            self._kini = Formulir(
                atribut.get("action", ""), atribut.get("method", "get"), atribut.get("id", "")
            )
            self.daftar_formulir.append(self._kini)
        elif tag == "option" and self._opsi is not None:
            self._tambah_opsi(atribut)
        elif tag in ("input", "textarea", "select") and (pemilik := self._pemilik(atribut)):
            self._tambah_kolom(pemilik, tag, atribut)

    def _pemilik(self, atribut):
        """The form that a control belongs to: the one it names (above it on the page), else the one around it."""
        if "form" not in atribut:
            return self._kini
        return next((satu for satu in self.daftar_formulir if satu.id == atribut["form"]), None)

    def _tambah_kolom(self, pemilik, tag, atribut):
        jenis = atribut.get("type", "text") if tag == "input" else tag
        kolom = Kolom(atribut.get("name", ""), jenis, wajib="required" in atribut)
        if jenis in ("checkbox", "radio"):
            kolom.nilai, kolom.terpilih = atribut.get("value", "on"), "checked" in atribut
        else:
            kolom.nilai = atribut.get("value") or ""
        pemilik.daftar_kolom.append(kolom)
        self._teks = kolom if tag == "textarea" else None
        self._opsi = kolom if tag == "select" else None

    def _tambah_opsi(self, atribut):
        nilai = atribut.get("value", "")
        if not self._opsi.pilihan or "selected" in atribut:
            self._opsi.nilai = nilai
        self._opsi.pilihan.append(nilai)

    def handle_data(self, data):
        if self._teks is not None:
            self._teks.nilai += data

    def handle_endtag(self, tag):
        if tag == "form":
            self._kini = None
        elif tag == "textarea" and self._teks is not None:
            self._teks.nilai = self._teks.nilai.removeprefix("\n")
            self._teks = None
        elif tag == "select":
            self._opsi = None
