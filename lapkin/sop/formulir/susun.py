"""The whole form: the table measured and cut into pages, every page drawn, the connectors given their letters."""

from collections import Counter
from dataclasses import replace

from lapkin.dokumen.teks import tercetak
from lapkin.sop.formulir.bentuk import Bagian, Baris, Formulir, Halaman, Kertas, Kolom, Sel
from lapkin.sop.formulir.halaman import Lukisan, Pasangan, Pelukis, Ruang
from lapkin.sop.formulir.huruf import JARAK_BARIS, lipat
from lapkin.sop.formulir.kolom import PADDING, Kepala, pilih_kertas, susun_kepala
from lapkin.sop.formulir.pita import Alur, susun_alur
from lapkin.sop.formulir.tata import (
    KAKI,
    LONGGAR,
    RAPAT,
    Jarak,
    Lembar,
    bagi_halaman,
    baris_jadi,
    setinggi_simbol,
    ukur_baris,
)
from lapkin.sop.formulir.uraian import kalimat_tersisa
from lapkin.sop.sop import Sop

_UKURAN_JUDUL = 12.0
_BAWAH_JUDUL = 12.0
_UKURAN_CATATAN = 7.5
_COBA = 4  # drawings, before all returns between pages are given up


def gambar(sop: Sop, kertas: Kertas | None = None) -> Formulir:
    """The form of this SOP; without `kertas` the smallest paper on which its actors find room."""
    kertas = kertas or pilih_kertas(sop)
    kepala = susun_kepala(sop, kertas)
    judul = tercetak(sop.identitas.judul_tabel or sop.identitas.judul).strip()
    sel_judul = _sel_judul(judul, kertas)
    peran = [satu.peran for satu in kepala.kolom if satu.bagian is Bagian.PELAKSANA]
    alur = susun_alur(sop.langkah, {nama: ke for ke, nama in enumerate(peran)})
    tinggi = kertas.tinggi - 2 * kertas.tepi - kepala.tinggi - KAKI
    jarak, lembar = _lembar(sop, alur, kepala, tinggi - sum(sel.tinggi for sel in sel_judul), tinggi)
    halaman = [
        _halaman(nomor, satu, kepala, kertas, sel_judul if nomor == 1 else ())
        for nomor, satu in enumerate(lembar, start=1)
    ]
    kosong = ([Lukisan() for _ in halaman], [])
    lukisan, tersisa = _lukis(halaman, lembar, alur, jarak) if peran and alur.pita else kosong
    jadi = tuple(_berisi(satu, isi) for satu, isi in zip(halaman, lukisan, strict=True))
    if tersisa:
        jadi = (*jadi[:-1], _bercatatan(jadi[-1], kalimat_tersisa(sop, tersisa), kertas))
    return Formulir(kertas, judul, _uraian(sop, alur, jadi, len(tersisa)), jadi)


def _lembar(sop: Sop, alur: Alur, kepala: Kepala, awal: float, lanjutan: float) -> tuple[Jarak, list[Lembar]]:
    """The pages with their rows; symbols stand closer where that saves a page."""
    banyak = Counter(pita.urutan for pita in alur.pita)
    terukur = ukur_baris(sop.langkah, kepala.kolom, min(awal, lanjutan))
    daftar = []
    for jarak in (LONGGAR, RAPAT):
        tinggi = {urutan: jumlah * jarak.tinggi for urutan, jumlah in banyak.items()}
        daftar.append((jarak, bagi_halaman(setinggi_simbol(terukur, tinggi), awal, lanjutan)))
        if len(daftar[0][1]) == 1:
            break
    return min(daftar, key=lambda pilihan: len(pilihan[1]))


def _sel_judul(judul: str, kertas: Kertas) -> tuple[Sel, ...]:
    lebar = kertas.lebar - 2 * kertas.tepi
    lipatan = lipat(judul, lebar, _UKURAN_JUDUL, True)
    if not lipatan:
        return ()
    tinggi = len(lipatan) * _UKURAN_JUDUL * JARAK_BARIS + _BAWAH_JUDUL
    return (Sel(0, kertas.tepi, kertas.tepi, lebar, tinggi, lipatan, _UKURAN_JUDUL, True, "tengah"),)


def _halaman(nomor: int, lembar: Lembar, kepala: Kepala, kertas: Kertas, judul: tuple[Sel, ...]) -> Halaman:
    """The page with its table; the drawing comes after, when all pages have their rows."""
    y = kertas.tepi + sum(sel.tinggi for sel in judul)
    baris_kepala = tuple(_digeser(baris, y) for baris in kepala.baris)
    atas = y = y + kepala.tinggi
    daftar = []
    for ke, baris in enumerate(lembar.baris):
        zona_atas = lembar.zona_atas if ke == 0 else 0.0
        zona_bawah = lembar.zona_bawah if ke == len(lembar.baris) - 1 else 0.0
        daftar.append(baris_jadi(baris, kepala.kolom, y, zona_atas, zona_bawah))
        y += daftar[-1].tinggi
    x0, x1 = _area(kepala.kolom)
    tinggi = max(kertas.tinggi, y + KAKI + kertas.tepi)
    return Halaman(
        nomor, kertas.lebar, tinggi, judul, kepala.kolom, baris_kepala, tuple(daftar), x0, x1, atas, y
    )


def _area(kolom: tuple[Kolom, ...]) -> tuple[float, float]:
    pelaksana = [satu for satu in kolom if satu.bagian is Bagian.PELAKSANA]
    if not pelaksana:
        return 0.0, 0.0
    return pelaksana[0].x, pelaksana[-1].x + pelaksana[-1].lebar


def _digeser(baris: Baris, y: float) -> Baris:
    sel = tuple(
        Sel(
            s.kolom, s.x, s.y + y, s.lebar, s.tinggi, s.baris, s.ukuran, s.tebal, s.rata, s.rentang_kolom,
            s.rentang_baris,
        )
        for s in baris.sel
    )  # fmt: skip
    return Baris(baris.langkah, baris.urutan, baris.y + y, baris.tinggi, sel)


def _lukis(
    halaman: list[Halaman], lembar: list[Lembar], alur: Alur, jarak: Jarak
) -> tuple[list[Lukisan], list[tuple[int, int]]]:
    """All drawings, and the returns (from row, to row) for which there was no room.

    A return that leaves its page but gets nowhere on the earlier one is left out, and all is drawn again.
    """
    buntu: set[tuple[int, int]] = set()
    for _ in range(_COBA):
        hasil = _lukis_tanpa(halaman, lembar, alur, jarak, buntu)
        baru = {satu for isi in hasil for satu in isi.buntu}
        if not baru:
            break
        buntu |= baru
    else:
        letak = {baris.urutan: satu.nomor for satu in halaman for baris in satu.baris}
        buntu = {
            (dari, ke) for dari, daftar in alur.kembali.items() for ke in daftar if letak[dari] != letak[ke]
        }
        hasil = _lukis_tanpa(halaman, lembar, alur, jarak, buntu)
    return hasil, [*buntu, *(satu for isi in hasil for satu in isi.tersisa)]


def _lukis_tanpa(
    halaman: list[Halaman], lembar: list[Lembar], alur: Alur, jarak: Jarak, buntu: set[tuple[int, int]]
) -> list[Lukisan]:
    """The drawings without the returns in `buntu`.

    The last page first: what it returns to is drawn when the earlier page's turn comes.
    """
    kembali = {
        dari: sisa
        for dari, daftar in alur.kembali.items()
        if (sisa := tuple(ke for ke in daftar if (dari, ke) not in buntu))
    }
    letak = {baris.urutan: satu.nomor for satu in halaman for baris in satu.baris}
    pasangan: list[Pasangan] = []
    pita = [[p for p in alur.pita if letak[p.urutan] == satu.nomor] for satu in halaman]
    berisi = [ke for ke, daftar in enumerate(pita) if daftar]
    sambungan = {
        ke: Pasangan(halaman[ke].nomor, halaman[lanjut].nomor, False)
        for ke, lanjut in zip(berisi, berisi[1:], strict=False)
    }
    hasil = [Lukisan() for _ in halaman]
    for posisi in reversed(range(len(berisi))):
        ke = berisi[posisi]
        ruang = Ruang(
            halaman[ke].nomor,
            halaman[ke].kolom,
            halaman[ke].baris,
            lembar[ke].zona_atas,
            lembar[ke].zona_bawah,
            jarak,
        )
        pelukis = Pelukis(ruang, pita[ke], letak, pasangan)
        lanjut = pita[berisi[posisi + 1]][0] if ke in sambungan else None
        kolom = lanjut.tempat[0].kolom if lanjut else 0
        pelukis.lukis(sambungan[berisi[posisi - 1]] if posisi else None, sambungan.get(ke), kolom)
        pelukis.lukis_kembali(kembali)
        hasil[ke] = pelukis.selesai()
    _beri_huruf([*sambungan.values(), *pasangan])
    return hasil


def _beri_huruf(pasangan: list[Pasangan]) -> None:
    """A letter for each pair, in reading order: by the earlier page, the flow before the returns."""
    urut = sorted(pasangan, key=lambda p: (min(p.dari_halaman, p.ke_halaman), p.kembali, p.dari_halaman))
    for ke, satu in enumerate(urut):
        satu.huruf = _huruf(ke)


def _huruf(ke: int) -> str:
    """A, B, ... Z, AA, AB, ..."""
    huruf = chr(ord("A") + ke % 26)
    return huruf if ke < 26 else _huruf(ke // 26 - 1) + huruf


def _berisi(halaman: Halaman, lukisan: Lukisan) -> Halaman:
    return Halaman(
        halaman.nomor, halaman.lebar, halaman.tinggi, halaman.judul, halaman.kolom, halaman.kepala, halaman.baris,
        halaman.x0, halaman.x1, halaman.atas, halaman.bawah, tuple(lukisan.simbol), tuple(lukisan.panah),
        lukisan.jadi_penghubung(), tuple(lukisan.tulisan),
    )  # fmt: skip


def _bercatatan(halaman: Halaman, teks: str, kertas: Kertas) -> Halaman:
    """With a note under the table; the page grows where the table has left no room for it."""
    lebar = kertas.lebar - 2 * kertas.tepi
    lipatan = lipat(tercetak(teks), lebar - 2 * PADDING, _UKURAN_CATATAN)
    tinggi = len(lipatan) * _UKURAN_CATATAN * JARAK_BARIS + 2 * PADDING
    sel = Sel(0, kertas.tepi, halaman.bawah, lebar, tinggi, lipatan, _UKURAN_CATATAN)
    perlu = halaman.bawah + tinggi + KAKI + kertas.tepi
    return replace(halaman, tinggi=max(halaman.tinggi, perlu), catatan=(sel,))


def _uraian(sop: Sop, alur: Alur, halaman: tuple[Halaman, ...], tersisa: int) -> str:
    """What the drawing shows, in words, for those who do not see it."""
    pelaksana = sum(peran.kolom for peran in sop.peran)
    kembali = sum(len(tujuan) for tujuan in alur.kembali.values())
    kalimat = (
        f"Diagram alir {len(sop.langkah)} langkah oleh {pelaksana} pelaksana dengan {kembali} pengembalian"
        f" pada {len(halaman)} halaman."
    )
    if tersisa:
        kalimat += f" {tersisa} pengembalian tidak tergambar karena tempatnya habis."
    return kalimat
