"""The laws that hold for any drawn form; each `periksa_` asserts one of them."""

import re
from collections import Counter, deque

from lapkin.sop.formulir.bentuk import Formulir
from lapkin.sop.formulir.huruf import JARAK_BARIS, lebar_kata
from lapkin.sop.formulir.kolom import PADDING, isi_sel
from lapkin.sop.formulir.pita import susun_alur
from lapkin.sop.formulir.uraian import kalimat_tersisa
from lapkin.sop.gambar import gambar
from lapkin.sop.sop import Cara
from lapkin.sop.tests.gambar_bantuan import (
    benda,
    berimpit,
    bertindih,
    di_dalam_belah,
    dimasuki,
    kotak_kepala,
    kotak_tengah,
    kotak_tulisan,
    menembus,
    pada_garis,
    pada_tepi,
    pasangan,
    ruas,
    turun_di,
)


def tetangga(formulir: Formulir) -> dict[tuple[int, str], set[tuple[int, str]]]:
    """What each symbol and connector leads to: by the lines on its page, and from a connector to its twin."""
    hasil: dict[tuple[int, str], set[tuple[int, str]]] = {}
    masuk = {
        (satu.huruf, halaman.nomor): f"p{ke}"
        for halaman in formulir.halaman
        for ke, satu in enumerate(halaman.penghubung)
        if not satu.keluar
    }
    for halaman in formulir.halaman:
        for panah in halaman.panah:
            hasil.setdefault((halaman.nomor, panah.dari), set()).add((halaman.nomor, panah.ke))
        for ke, satu in enumerate(halaman.penghubung):
            if satu.keluar:
                lain = (satu.ke_halaman, masuk[satu.huruf, satu.ke_halaman])
                hasil.setdefault((halaman.nomor, f"p{ke}"), set()).add(lain)
    return hasil


def tercapai(formulir: Formulir, dari: list[tuple[int, str]]) -> set[tuple[int, str]]:
    sambungan, terlihat, antrean = tetangga(formulir), set(dari), deque(dari)
    while antrean:
        baru = sambungan.get(antrean.popleft(), set()) - terlihat
        terlihat |= baru
        antrean.extend(baru)
    return terlihat


def periksa_garis(formulir: Formulir) -> None:
    """No line on another, none through a symbol, a word or a connector, none along a line of the table."""
    for halaman in formulir.halaman:
        assert berimpit(halaman) == []
        for satu in (*halaman.simbol, *halaman.penghubung):
            assert menembus(halaman, kotak_tengah(satu)) == []
        for satu in halaman.tulisan:
            assert menembus(halaman, kotak_tulisan(satu)) == []
        garis_baris = [baris.y for baris in (*halaman.baris, *halaman.kepala)]
        garis_kolom = [kolom.x for kolom in halaman.kolom]
        for panah in halaman.panah:
            for x0, y0, x1, y1 in ruas(panah):
                assert halaman.x0 < x0 <= x1 < halaman.x1
                assert halaman.atas < y0 <= y1 < halaman.bawah
                assert x0 == x1 or y0 == y1
                assert x0 != x1 or min(abs(x0 - x) for x in garis_kolom) > 1
                assert y0 != y1 or min(abs(y0 - y) for y in garis_baris) > 1


def periksa_ujung(formulir: Formulir) -> None:
    """Every line begins and ends at its symbol, or on a line that leaves, or leads to, the same symbol."""
    for halaman in formulir.halaman:
        for panah in halaman.panah:
            awal, akhir = panah.titik[0], panah.titik[-1]
            lain = [satu for satu in halaman.panah if satu is not panah]
            assert pada_tepi(benda(halaman, panah.dari), awal) or any(
                satu.dari == panah.dari and pada_garis(satu, awal) for satu in lain
            )
            assert pada_tepi(benda(halaman, panah.ke), akhir) or any(
                satu.ke == panah.ke and pada_garis(satu, akhir) for satu in lain
            )


def periksa_kepala(formulir: Formulir) -> None:
    """An arrowhead stands at its symbol, never on a line; where lines join, theirs is one head; none covers another."""
    for halaman in formulir.halaman:
        berkepala = [panah for panah in halaman.panah if panah.kepala]
        for panah in berkepala:
            assert pada_tepi(benda(halaman, panah.ke), panah.titik[-1])
        assert {panah.ke for panah in halaman.panah} == {panah.ke for panah in berkepala}
        assert not any(bertindih(a, b) for a, b in pasangan([kotak_kepala(panah) for panah in berkepala]))
        for panah in halaman.panah:
            if panah.masuk:
                assert turun_di(halaman, panah, panah.titik[-1])


def periksa_benda(formulir: Formulir) -> None:
    """Symbols, words and connectors stand in their rows and columns, none on another."""
    for halaman in formulir.halaman:
        kolom = {satu.peran: satu for satu in halaman.kolom if satu.peran}
        baris = {satu.urutan: satu for satu in halaman.baris}
        for satu in halaman.simbol:
            x0, y0, x1, y1 = kotak_tengah(satu)
            milik, tempat = kolom[satu.peran], baris[satu.urutan]
            assert milik.x < x0 < x1 < milik.x + milik.lebar
            assert tempat.y < y0 < y1 < tempat.y + tempat.tinggi
        for satu in halaman.tulisan:
            x0, y0, x1, y1 = kotak_tulisan(satu)
            assert any(milik.x < x0 and x1 < milik.x + milik.lebar for milik in kolom.values())
            assert not any(
                di_dalam_belah(simbol, x, y) for simbol in halaman.simbol for x in (x0, x1) for y in (y0, y1)
            )
        semua = [kotak_tengah(satu) for satu in (*halaman.simbol, *halaman.penghubung)]
        for satu in halaman.penghubung:
            x0, _, x1, _ = kotak_tengah(satu)
            assert halaman.x0 < x0 < x1 < halaman.x1
        assert not any(bertindih(a, b) for a, b in pasangan(semua))
        assert not any(bertindih(a, b) for a, b in pasangan([kotak_tulisan(t) for t in halaman.tulisan]))


def periksa_teks(sop, formulir: Formulir) -> None:
    """Every text of every cell is there in full, inside its cell, and everything is inside the page."""
    baris = [satu for halaman in formulir.halaman for satu in halaman.baris]
    assert [satu.urutan for satu in baris] == list(range(len(sop.langkah)))
    kolom = formulir.halaman[0].kolom
    for satu in baris:
        for sel, milik in zip(satu.sel, kolom, strict=True):
            isi = isi_sel(sop.langkah[satu.urutan], milik.bagian)
            assert "".join("".join(sel.baris).split()) == "".join(isi.split())
    for halaman in formulir.halaman:
        semua = [sel for satu in (*halaman.kepala, *halaman.baris) for sel in satu.sel]
        for sel in (*semua, *halaman.judul, *halaman.catatan):
            assert sel.x >= 0
            assert sel.x + sel.lebar <= halaman.lebar + 0.01
            assert sel.y >= 0
            assert sel.y + sel.tinggi <= halaman.tinggi + 0.01
            assert len(sel.baris) * sel.ukuran * JARAK_BARIS <= sel.tinggi + 0.01
            sela = 0 if sel in halaman.judul else 2 * PADDING
            for teks in sel.baris:
                assert lebar_kata(teks, sel.tebal) * sel.ukuran <= sel.lebar - sela + 0.01


def periksa_alur(sop, formulir: Formulir) -> None:
    """From the first symbol the lines lead to every other; every return leads to its row; letters pair up."""
    semua = [(h.nomor, f"s{ke}", s) for h in formulir.halaman for ke, s in enumerate(h.simbol)]
    if semua:
        awal = min(s.urutan for *_, s in semua)
        mulai = [(n, i) for n, i, s in semua if s.urutan == awal]
        pertama = mulai if sop.langkah[awal].cara is Cara.BERSAMA else mulai[:1]
        assert {(n, i) for n, i, _ in semua} <= tercapai(formulir, pertama)
    sambungan = tetangga(formulir)
    kolom = [satu.peran for satu in formulir.halaman[0].kolom if satu.peran]
    alur = susun_alur(sop.langkah, {nama: ke for ke, nama in enumerate(kolom)})
    kembali = {(h.nomor, p.dari, p.ke) for h in formulir.halaman for p in h.panah if p.kembali}
    urutan = {(n, i): s.urutan for n, i, s in semua}
    tergambar = set()
    for nomor, dari, ke in kembali:
        if dari[0] == "s":
            ujung = {(nomor, ke)}
            while any(i[0] == "p" for _, i in ujung):
                ujung = {b for a in ujung for b in (sambungan.get(a, ()) if a[1][0] == "p" else {a})}
            tergambar |= {(urutan[nomor, dari], urutan[satu]) for satu in ujung}
    diminta = {(dari, ke) for dari, tujuan in alur.kembali.items() for ke in tujuan}
    assert tergambar <= diminta
    assert len(diminta - tergambar) == tak_tergambar(formulir)
    catatan = [baris for halaman in formulir.halaman for sel in halaman.catatan for baris in sel.baris]
    tersisa = sorted(diminta - tergambar)
    assert " ".join(catatan) == (kalimat_tersisa(sop, tersisa) if tersisa else "")
    huruf = Counter(satu.huruf for halaman in formulir.halaman for satu in halaman.penghubung)
    assert set(huruf.values()) <= {2}
    keluar = Counter(s.huruf for halaman in formulir.halaman for s in halaman.penghubung if s.keluar)
    assert set(keluar.values()) <= {1}
    assert len(keluar) == len(huruf)


def periksa_kembali(sop, formulir: Formulir) -> None:
    """A return comes to the first who works on its row, and to all of them where they work together."""
    for halaman in formulir.halaman:
        sampai: dict[tuple[str, int], set[str]] = {}
        for panah in halaman.panah:
            if panah.kembali and panah.ke[0] == "s":
                ke = benda(halaman, panah.ke).urutan
                sampai.setdefault((panah.dari, ke), set()).update(dimasuki(halaman, panah))
        for (_, urutan), masuk in sampai.items():
            milik = [(f"s{ke}", s) for ke, s in enumerate(halaman.simbol) if s.urutan == urutan]
            pertama = [i for i, s in milik if s.y == milik[0][1].y]
            bersama = sop.langkah[urutan].cara is Cara.BERSAMA
            assert masuk == set(pertama if bersama else pertama[:1])


def tak_tergambar(formulir: Formulir) -> int:
    """How many returns found no room, as the description of the drawing says."""
    kalimat = re.search(r"(\d+) pengembalian tidak tergambar", formulir.uraian)
    return int(kalimat[1]) if kalimat else 0


def periksa_semua(sop) -> Formulir:
    formulir = gambar(sop)
    periksa_garis(formulir)
    periksa_ujung(formulir)
    periksa_kepala(formulir)
    periksa_benda(formulir)
    periksa_teks(sop, formulir)
    periksa_alur(sop, formulir)
    periksa_kembali(sop, formulir)
    return formulir
