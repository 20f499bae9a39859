"""The sheet of a unit's figures and text as a paper: frozen when the unit sends it."""

from lapkin.dokumen.blok import Judul, Tabel, baris, narasi, paragraf
from lapkin.kinerja.lembar import PERIODE, SETAHUN
from lapkin.laporan.tulisan import angka_tertulis, capaian_tertulis

from .himpunan import sebutan_pengirim
from .lembar import alinea, lembar_kerja


def susun_isian(*, tugas, pegawai, sebagai, lembar, alasan):
    """The paper "Isian data kinerja <unit>" of one collecting task."""
    judul = f"Isian data kinerja {sebutan_pengirim(tugas.pelaksanaan, tugas)}"
    return lembar_kerja(
        tugas=tugas,
        pegawai=pegawai,
        sebagai=sebagai,
        judul=judul,
        rincian=(("Putaran", f"ke-{tugas.putaran}"),),
        blok=(
            *_tabel_kinerja(lembar),
            *_tabel_anggaran(lembar),
            *(blok for satu in lembar.daftar_teks if satu.teks for blok in _naskah(satu)),
            *((paragraf("Alasan bila ada yang kosong:"), *alinea(alasan)) if alasan else ()),
        ),
    )


def _tabel_kinerja(lembar):
    if not lembar.daftar_baris:
        yield paragraf("Tidak ada indikator yang diisi pada tugas ini.")
        return
    yield Tabel(
        keterangan="",
        kepala=(
            baris("No", "Indikator", "Target", "TW I", "TW II", "TW III", "TW IV", "Setahun", "Capaian (%)"),
        ),
        baris=tuple(_baris_kinerja(nomor, satu) for nomor, satu in enumerate(lembar.daftar_baris, start=1)),
        lebar=(5, 30, 10, 9, 9, 9, 9, 10, 11),
        rata=("kanan", "kiri", *["kanan"] * 7),
        kecil=True,
    )


def _baris_kinerja(nomor, satu):
    satuan = f" ({satu.indikator.satuan})" if satu.indikator.satuan else ""
    return baris(
        str(nomor),
        satu.indikator.nama + satuan,
        _angka(satu.indikator.target),
        *(_angka(satu.indikator.realisasi.get(periode, "")) for periode in PERIODE if periode != SETAHUN),
        _angka(satu.indikator.realisasi.get(SETAHUN, "")),
        capaian_tertulis(satu.capaian) if satu.indikator.realisasi.get(SETAHUN) else "-",
    )


def _angka(tertulis: str) -> str:
    return angka_tertulis(tertulis) if tertulis else "-"


def _tabel_anggaran(lembar):
    if lembar.daftar_anggaran:
        yield paragraf("Anggaran:")
        yield Tabel(
            keterangan="",
            kepala=(baris("No", "Program, kegiatan, sub kegiatan", "Pagu (Rp)", "Realisasi (Rp)"),),
            baris=tuple(
                baris(str(nomor), satu.anggaran.nama, satu.pagu, satu.realisasi)
                for nomor, satu in enumerate(lembar.daftar_anggaran, start=1)
            ),
            lebar=(5, 51, 22, 22),
            rata=("kanan", "kiri", "kanan", "kanan"),
            kecil=True,
        )


def _naskah(satu):
    untuk = f" ({satu.bagian.sasaran})" if satu.bagian.sasaran else ""
    yield Judul(tingkat=2, teks=satu.bagian.judul + untuk, bernomor=False)
    yield narasi(satu.bagian.kunci, satu.teks)
