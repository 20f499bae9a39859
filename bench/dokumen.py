"""Our PDF and DOCX of a 60-page report against LibreOffice converting that DOCX: whole processes, medians.

Run: .venv/bin/python bench/dokumen.py [runs]. Targets: PDF 1/4, DOCX 1/3 of the time, both under 200 MB.
"""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

AKAR = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(AKAR))

from lapkin.dokumen.blok import (  # noqa: E402
    Blok,
    DaftarIsi,
    Dokumen,
    Gambar,
    Judul,
    Narasi,
    Potongan,
    Sampul,
    Tabel,
    baris,
    ke_json,
)
from lapkin.dokumen.grafik import Banding, Nilai, batang_banding  # noqa: E402

TABEL, BARIS, GAMBAR, KATA = 40, 362, 12, 9200
MEMORI_MB = 200
PDF_PALING_BANYAK, DOCX_PALING_BANYAK = Decimal(1) / 4, Decimal(1) / 3
_TEKS = (
    "capaian kinerja sasaran strategis indikator target realisasi tahun anggaran program kegiatan perangkat"
    " daerah pelayanan masyarakat evaluasi peningkatan akuntabilitas pemerintah kabupaten dibandingkan"
    " sebelumnya karena koordinasi dukungan kendala langkah perbaikan yang dan di pada dengan untuk dari"
    " melalui terhadap"
)
_KOSAKATA = _TEKS.split()


# What is measured: a process that reads the tree, prints it and writes the file.
_ANAK = """
import sys
from pathlib import Path
from lapkin.dokumen.blok import dari_json
from lapkin.dokumen.cetak_{cara} import cetak_{cara}
Path(sys.argv[2]).write_bytes(cetak_{cara}(dari_json(Path(sys.argv[1]).read_text())))
"""


@dataclass(frozen=True, slots=True)
class Ukuran:
    """Medians of one way: seconds of the whole process, and its peak resident memory in MB."""

    detik: Decimal
    memori: int


def laporan_besar() -> Dokumen:
    """Always the same report: 40 tables with 362 rows, 12 charts, about 9,200 words, some 60 pages."""
    isi: list[Blok] = [Sampul(judul=("LAPORAN KINERJA", "TAHUN 2025"), instansi=("DINAS CONTOH",))]
    for jenis, nama in (("isi", "Daftar Isi"), ("tabel", "Daftar Tabel"), ("gambar", "Daftar Gambar")):
        isi += [Judul(tingkat=1, teks=nama, jenis="depan"), DaftarIsi(jenis=jenis)]
    for ke in range(TABEL):
        if ke % 10 == 0:
            isi.append(Judul(tingkat=1, teks=f"Akuntabilitas Bagian {ke // 10 + 1}"))
        isi.append(Judul(tingkat=2, teks=f"Sasaran Strategis {ke + 1}"))
        isi += [_narasi(ke, 0), _tabel(ke), _narasi(ke, 1)]
        if ke % 10 < GAMBAR // 4:
            isi.append(_gambar(ke))
    return Dokumen(
        judul="Laporan Kinerja Tahun 2025", penulis="Dinas Contoh", tanggal=date(2026, 2, 20), blok=tuple(isi)
    )


def _narasi(ke: int, urutan: int) -> Narasi:
    banyak = KATA // (TABEL * 2)
    kata = [_KOSAKATA[(ke * 31 + urutan * 17 + n * n + 3 * n) % len(_KOSAKATA)] for n in range(banyak)]
    return Narasi(
        kunci=f"narasi-{ke}-{urutan}", paragraf=((Potongan(teks=" ".join(kata).capitalize() + "."),),)
    )


def _tabel(ke: int) -> Tabel:
    banyak = BARIS // TABEL + (ke < BARIS % TABEL)
    return Tabel(
        keterangan=f"Capaian Indikator Sasaran Strategis {ke + 1}",
        lebar=(6, 40, 12, 12, 14, 14),
        rata=("tengah", "kiri", "tengah", "kanan", "kanan", "kanan"),
        kepala=(baris("No", "Indikator Kinerja", "Satuan", "Target", "Realisasi", "Capaian (%)"),),
        baris=tuple(
            baris(
                str(n + 1),
                f"Persentase {_KOSAKATA[n]} {_KOSAKATA[(ke + n) % 20]} yang memenuhi standar pelayanan",
                "persen",
                f"{80 + n},00",
                f"{82 + n},50",
                f"{101 + n},25",
            )
            for n in range(banyak)
        ),
        catatan="Sumber: data kinerja, 2025.",
    )


def _gambar(ke: int) -> Gambar:
    daftar = [
        Banding(
            label=f"Indikator kinerja utama {n + 1} sasaran {ke + 1}",
            acuan=Nilai(angka=Decimal(80 + n), tulisan=f"{80 + n}"),
            nilai=Nilai(angka=Decimal(70 + (ke + n * 7) % 40), tulisan=f"{70 + (ke + n * 7) % 40}"),
        )
        for n in range(5)
    ]
    svg = batang_banding(daftar, ("Target", "Realisasi"))
    return Gambar(keterangan=f"Target dan Realisasi Sasaran {ke + 1}", svg=svg, alt="Target dan realisasi")


def _perintah(cara: str, masukan: Path, keluaran: Path) -> list[str]:
    return [sys.executable, "-c", _ANAK.format(cara=cara), str(masukan), str(keluaran)]


def _ukur(perintah: list[str], kali: int) -> Ukuran:
    """One warm-up, then medians; memory counts the process and those it waited for."""
    daftar_detik, daftar_memori = [], []
    for _ in range(kali + 1):
        mulai = time.perf_counter_ns()
        proses = subprocess.Popen(perintah, cwd=AKAR, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, status, pakai = os.wait4(proses.pid, 0)
        daftar_detik.append(Decimal(time.perf_counter_ns() - mulai) / 10**9)
        daftar_memori.append(pakai.ru_maxrss // 1024)
        proses.returncode = os.waitstatus_to_exitcode(status)
        if proses.returncode:
            raise SystemExit(f"gagal: {' '.join(perintah)}")
    return Ukuran(statistics.median(daftar_detik[1:]), max(daftar_memori))


def _baris(nama: str, ukuran: Ukuran) -> str:
    return f"{nama:<28} {ukuran.detik:8.3f} s   puncak {ukuran.memori:4d} MB"


def _putusan(nama: str, kita: Ukuran, pembanding: Ukuran, batas: Decimal) -> str:
    nisbah = kita.detik / pembanding.detik
    baik = nisbah <= batas and kita.memori < MEMORI_MB
    kata = "ok" if baik else "MELESET"
    return f"{nama} / LibreOffice = {nisbah:.3f} (target <= {batas:.3f}, < {MEMORI_MB} MB) {kata}"


def main(kali: int) -> None:
    soffice = shutil.which("soffice")
    with tempfile.TemporaryDirectory() as nama:
        folder = Path(nama)
        masukan, docx, pdf = folder / "laporan.json", folder / "laporan.docx", folder / "laporan.pdf"
        masukan.write_text(ke_json(laporan_besar()))
        hasil_pdf = _ukur(_perintah("pdf", masukan, pdf), kali)
        hasil_docx = _ukur(_perintah("docx", masukan, docx), kali)
        print(_baris("PDF (Typst, A-2b + UA-1)", hasil_pdf))
        print(_baris("DOCX", hasil_docx))
        if soffice is None:
            print("LibreOffice tidak terpasang; nisbah tidak diukur.")
            return
        profil = f"-env:UserInstallation=file://{folder}/profil"
        ubah = [
            soffice,
            profil,
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            str(folder / "lo"),
            str(docx),
        ]
        hasil_lo = _ukur(ubah, kali)
        print(_baris("LibreOffice DOCX -> PDF", hasil_lo))
        print(_putusan("PDF", hasil_pdf, hasil_lo, PDF_PALING_BANYAK))
        print(_putusan("DOCX", hasil_docx, hasil_lo, DOCX_PALING_BANYAK))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) == 2 else 5)
