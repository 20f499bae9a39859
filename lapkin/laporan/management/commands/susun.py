"""bin/lapkin susun BUKU.xlsx --keluaran DIR: LKjIP.pdf and LKjIP.docx from a workbook, without a database."""

import time
from pathlib import Path

from django.utils import timezone

from lapkin.bahasa.angka import baca, tulis
from lapkin.dokumen.cetak_pdf import GagalCetak
from lapkin.laporan.dari_buku import BukuDitolak, LaporanBuku, laporan_dari_buku
from lapkin.perintah import Perintah


class Command(Perintah):
    help = "Menyusun LKjIP (PDF dan Word) dari buku kerja yang sudah diisi, tanpa server dan basis data."
    requires_system_checks = ()

    def add_arguments(self, parser):
        parser.add_argument("buku", metavar="BUKU.xlsx", help="buku kerja yang sudah diisi")
        parser.add_argument("--keluaran", metavar="DIR", default="keluaran", help="folder hasil")

    def handle(self, *args, buku, keluaran, **options):
        mulai = time.monotonic()
        try:
            laporan = laporan_dari_buku(_baca(Path(buku)), timezone.localdate())
            daftar_berkas = _simpan(laporan, Path(keluaran))
        except BukuDitolak as salah:
            self._berhenti(*salah.daftar_kalimat)
        except GagalCetak as salah:
            self._berhenti(str(salah))
        for kalimat in laporan.daftar_peringatan:
            self.stderr.write(f"Perhatikan: {kalimat}")
        for berkas in daftar_berkas:
            self.stdout.write(str(berkas))
        lama = baca(round(time.monotonic() - mulai, 1)).nilai
        self.stdout.write(f"{laporan.cetakan.halaman} halaman, {tulis(lama)} detik")

    def _berhenti(self, *daftar_kalimat: str) -> None:
        for kalimat in daftar_kalimat:
            self.stderr.write(kalimat)
        raise SystemExit(1)


def _baca(buku: Path) -> bytes:
    try:
        return buku.read_bytes()
    except (OSError, ValueError) as salah:
        raise BukuDitolak(f'Buku kerja "{buku}" tidak dapat dibuka.') from salah


def _simpan(laporan: LaporanBuku, folder: Path) -> tuple[Path, Path]:
    """Both files, or a BukuDitolak; each is written beside its place first, so that no half file stays."""
    pdf, docx = folder / "LKjIP.pdf", folder / "LKjIP.docx"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for tujuan, isi in ((pdf, laporan.cetakan.pdf), (docx, laporan.cetakan.docx)):
            sementara = tujuan.with_name(f".{tujuan.name}.sementara")
            sementara.write_bytes(isi)
            sementara.replace(tujuan)
    except OSError as salah:
        raise BukuDitolak(f'Hasil tidak dapat ditulis ke folder "{folder}".') from salah
    return pdf, docx
