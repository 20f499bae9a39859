"""Read the sheet Anggaran: the lines with their tree, from the levels typed or rebuilt from the sums."""

from collections.abc import Sequence
from dataclasses import replace

from lapkin.bahasa.angka import rupiah
from lapkin.kinerja.anggaran import (
    BarisTercetak,
    Pohon,
    Selisih,
    adalah_jumlah,
    bangun_pohon,
    pasang_induk,
    periksa_pohon,
)
from lapkin.kinerja.buku.baris import BarisBuku, beri_kunci, tolak_kembar
from lapkin.kinerja.lembar import BarisAnggaran, BarisSasaran, rapi


def baca_anggaran(
    daftar_baris: Sequence[BarisBuku], daftar_sasaran: Sequence[BarisSasaran]
) -> tuple[BarisAnggaran, ...]:
    """The budget lines in row order; a total row only checks the others."""
    daftar_baris = beri_kunci(daftar_baris)
    tercetak = [_tercetak(kunci, baris) for kunci, baris in daftar_baris.items()]
    if any(baris.teks("tingkat") for baris in daftar_baris.values()):
        pohon = _menurut_tingkat(tercetak, daftar_baris)
    else:
        pohon = bangun_pohon(tercetak)
    for selisih in pohon.daftar_selisih:
        daftar_baris[selisih.kunci].peringatan("pagu", _kalimat_selisih(selisih))
    _periksa_kembar(pohon.daftar_anggaran, daftar_baris)
    kunci_sasaran = {rapi(baris.nama): baris.kunci for baris in daftar_sasaran}
    return tuple(
        replace(baris, sasaran=_sasaran(daftar_baris[baris.kunci], kunci_sasaran))
        for baris in pohon.daftar_anggaran
    )


def _tercetak(kunci: str, baris: BarisBuku) -> BarisTercetak:
    pagu, realisasi = baris.uang("pagu"), baris.uang("realisasi")
    nama = baris.teks("nama")
    if realisasi > pagu:
        baris.peringatan("realisasi", "Realisasi melebihi pagu; periksa kembali.")
    if not nama:
        baris.peringatan("nama", "Uraian kosong.")
    return BarisTercetak(kunci=kunci, nama=nama, pagu=pagu, realisasi=realisasi, kode=baris.teks("kode"))


def _menurut_tingkat(tercetak: Sequence[BarisTercetak], daftar_baris: dict[str, BarisBuku]) -> Pohon:
    daftar_anggaran = pasang_induk(
        BarisAnggaran(
            kunci=satu.kunci,
            tingkat=_tingkat(daftar_baris[satu.kunci]),
            nama=satu.nama,
            pagu=satu.pagu,
            realisasi=satu.realisasi,
            kode=satu.kode,
        )
        for satu in tercetak
        if not adalah_jumlah(satu.nama)
    )
    return periksa_pohon(daftar_anggaran, tercetak)


def _tingkat(baris: BarisBuku) -> str:
    if not baris.teks("tingkat"):
        baris.masalah("tingkat", "Tingkat belum dipilih, padahal baris lain bertingkat.")
    return baris.pilihan("tingkat", bawaan="sub-kegiatan")


def _kalimat_selisih(selisih: Selisih) -> str:
    daftar_beda = [
        f"{hal} {rupiah(sendiri)} tidak sama dengan jumlah baris di bawahnya, {rupiah(bawahan)}"
        for hal, sendiri, bawahan in (
            ("pagu", selisih.pagu, selisih.pagu_bawahan),
            ("realisasi", selisih.realisasi, selisih.realisasi_bawahan),
        )
        if sendiri != bawahan
    ]
    kalimat = "; ".join(daftar_beda)
    return f"{kalimat[0].upper()}{kalimat[1:]}."


def _periksa_kembar(daftar_anggaran: Sequence[BarisAnggaran], daftar_baris: dict[str, BarisBuku]) -> None:
    berkode = ((rapi(baris.kode), daftar_baris[baris.kunci]) for baris in daftar_anggaran if baris.kode)
    tolak_kembar(berkode, "kode", "Kode ini sudah dipakai pada baris {}.")
    bernama = (
        ((baris.induk, rapi(baris.nama)), daftar_baris[baris.kunci])
        for baris in daftar_anggaran
        if baris.nama and not baris.kode
    )
    tolak_kembar(bernama, "nama", "Baris ini sama dengan baris {}. Hapus salah satunya.")


def _sasaran(baris: BarisBuku, kunci_sasaran: dict[str, str]) -> str:
    nama = rapi(baris.teks("sasaran"))
    if nama and nama not in kunci_sasaran:
        baris.masalah("sasaran", "Sasaran ini tidak ada di lembar Sasaran & Indikator.")
    return kunci_sasaran.get(nama, "")
