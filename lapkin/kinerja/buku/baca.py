"""Read a workbook back: every fault of every sheet at once, or the whole content."""

import io

from python_calamine import CalamineError, CalamineWorkbook

from lapkin.berkas.kenali import BerkasTakLayak
from lapkin.berkas.xlsx import BukuXlsx, buka_xlsx
from lapkin.berkas.xlsx_lembar import nomor_kolom
from lapkin.kinerja.buku.baca_anggaran import baca_anggaran
from lapkin.kinerja.buku.baca_identitas import baca_identitas
from lapkin.kinerja.buku.baca_indikator import baca_indikator, baca_sasaran, pasang_realisasi
from lapkin.kinerja.buku.baris import BarisBuku, Catatan, daftar_baris, sebagai_teks
from lapkin.kinerja.buku.isi import TANDA_BUKU, HasilBaca, IsiBuku, Masalah, SalahBuku
from lapkin.kinerja.buku.tata import (
    ANGGARAN,
    IDENTITAS,
    LEMBAR_TANDA,
    NAMA_LEMBAR,
    NARASI,
    REALISASI,
    TataLembar,
    tata_indikator,
)
from lapkin.kinerja.lembar import LembarKinerja

BATAS_BAWAAN = 20 * 1024 * 1024  # bytes
_UNDUH = "Unduh buku kerja dari halaman Data kinerja, lalu pindahkan isinya ke sana."


def baca_buku(isi: bytes, batas: int = BATAS_BAWAAN) -> HasilBaca:
    """Read a workbook of at most `batas` bytes; raises SalahBuku for a file that is no workbook of ours."""
    buku = _Buku(periksa_berkas_xlsx(isi, batas))
    identitas = baca_identitas(buku.baris(IDENTITAS), buku.tahun, buku.catatan)
    daftar_baris_indikator = buku.baris(tata_indikator(buku.tahun))
    daftar_sasaran = baca_sasaran(daftar_baris_indikator)
    daftar_anggaran = baca_anggaran(buku.baris(ANGGARAN), daftar_sasaran)
    daftar_indikator = baca_indikator(daftar_baris_indikator, daftar_sasaran, daftar_anggaran, buku.tahun)
    lembar = LembarKinerja(
        instansi=identitas.instansi,
        tahun=buku.tahun,
        sumber=identitas.sumber,
        daftar_sasaran=daftar_sasaran,
        daftar_indikator=pasang_realisasi(buku.baris(REALISASI), daftar_indikator),
        daftar_anggaran=daftar_anggaran,
    )
    narasi = _baca_narasi(buku.baris(NARASI))
    return _hasil(IsiBuku(identitas=identitas, lembar=lembar, narasi=narasi), buku.catatan)


def periksa_berkas_xlsx(isi: bytes, batas: int) -> BukuXlsx:
    """Check an upload of at most `batas` bytes; raises SalahBuku with one sentence on the first fault."""
    try:
        return buka_xlsx(isi, batas)
    except BerkasTakLayak as salah:
        raise SalahBuku(str(salah)) from salah


class _Buku:
    """An opened workbook of our format, and the remarks on it."""

    def __init__(self, berkas: BukuXlsx):
        self.berkas = berkas
        self.catatan = Catatan()
        try:
            self.calamine = CalamineWorkbook.from_filelike(io.BytesIO(berkas.isi))
        except CalamineError as salah:
            raise SalahBuku(
                "Buku kerja rusak dan tidak dapat dibaca. Simpan ulang, lalu unggah lagi."
            ) from salah
        self.tahun = self._periksa_tanda()
        self._periksa_lembar()

    def baris(self, tata: TataLembar) -> list[BarisBuku]:
        return list(
            daftar_baris(tata, self._nilai(tata.nama), self.berkas.daftar_lembar[tata.nama], self.catatan)
        )

    def _nilai(self, nama: str) -> list[list]:
        try:
            return self.calamine.get_sheet_by_name(nama).to_python(skip_empty_area=False)
        except CalamineError as salah:
            raise SalahBuku(f'Lembar "{nama}" rusak dan tidak dapat dibaca. {_UNDUH}') from salah

    def _periksa_tanda(self) -> int:
        """The year this workbook was made for; refuses workbooks of any other make."""
        if LEMBAR_TANDA not in self.calamine.sheet_names:
            raise SalahBuku(f"Berkas ini bukan buku kinerja Lapkin. {_UNDUH}")
        sel = [sebagai_teks(baris[0]) if baris else "" for baris in self._nilai(LEMBAR_TANDA)[:2]]
        if len(sel) < 2 or sel[0] != TANDA_BUKU or not sel[1].replace(".", "").isdecimal():
            raise SalahBuku(f"Buku kerja ini memakai format yang tidak dikenal. {_UNDUH}")
        return int(sel[1].replace(".", ""))

    def _periksa_lembar(self) -> None:
        hilang = [
            nama
            for nama in NAMA_LEMBAR
            if nama not in self.calamine.sheet_names or nama not in self.berkas.daftar_lembar
        ]
        if hilang:
            raise SalahBuku(f"Buku kerja tidak lengkap; lembar yang hilang: {', '.join(hilang)}. {_UNDUH}")


def _baca_narasi(daftar: list[BarisBuku]) -> dict[str, str]:
    narasi: dict[str, list[str]] = {}
    for baris in daftar:
        kunci = baris.teks("kunci")
        if not kunci:
            baris.masalah("kunci", "Kunci bagian kosong, sehingga teks ini tidak dapat ditempatkan.")
        narasi.setdefault(kunci, []).append(baris.teks("teks"))
    return {kunci: "\n\n".join(daftar_teks) for kunci, daftar_teks in narasi.items()}


def _hasil(isi: IsiBuku, catatan: Catatan) -> HasilBaca:
    masalah = tuple(sorted(dict.fromkeys(catatan.daftar_masalah), key=_urutan))
    peringatan = tuple(sorted(dict.fromkeys(catatan.daftar_peringatan), key=_urutan))
    return HasilBaca(None if masalah else isi, masalah, peringatan)


def _urutan(masalah: Masalah) -> tuple[int, int, int]:
    return NAMA_LEMBAR.index(masalah.lembar), masalah.baris, nomor_kolom(masalah.kolom)
