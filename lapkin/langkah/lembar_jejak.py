"""The trail of a case as a paper: every event in order, and the hash of the chain's head at the foot."""

from django.utils import timezone

from lapkin.bahasa import tanggal
from lapkin.dokumen.blok import Dokumen, Judul, Tabel, baris, paragraf, pasangan
from lapkin.jejak.queries import jejak, kepala_rantai
from lapkin.organisasi.queries import kop_surat


def susun_jejak(pelaksanaan) -> Dokumen:
    """The whole trail of a case, as it stands now."""
    riwayat = list(jejak(pelaksanaan.kunci))
    akhir = timezone.localtime(riwayat[-1].waktu if riwayat else pelaksanaan.dimulai_pada)
    identitas = pelaksanaan.dibaca().identitas
    return Dokumen(
        judul=f"Jejak {pelaksanaan}",
        penulis=str(pelaksanaan.instansi),
        gaya="naskah",
        ukuran="a4",
        tanggal=akhir.date(),
        kaki_halaman=f"Jejak {pelaksanaan}",
        blok=(
            kop_surat(pelaksanaan.instansi),
            Judul(tingkat=1, teks="JEJAK PELAKSANAAN SOP", jenis="naskah"),
            pasangan(
                ("Pekerjaan", str(pelaksanaan)),
                ("SOP", f"{identitas.judul} (Nomor {identitas.nomor})"),
                ("Dimulai", _waktu(pelaksanaan.dimulai_pada)),
                ("Selesai", _waktu(pelaksanaan.selesai_pada) if pelaksanaan.selesai_pada else "belum"),
                garis=True,
            ),
            _tabel(riwayat),
            paragraf(
                "Angka di depan sidik adalah nomor peristiwa pada rantai seluruh kantor; isian angka dan pekerjaan "
                "lain tidak dicetak di sini. "
                f"Sidik kepala rantai (SHA-256): {kepala_rantai(pelaksanaan.instansi.kunci)}",
                rata="kiri",
            ),
        ),
    )


def _tabel(riwayat) -> Tabel:
    return Tabel(
        keterangan="",
        kepala=(baris("No", "Waktu", "Oleh", "Peristiwa", "Sidik"),),
        baris=tuple(
            baris(str(nomor), _waktu(p.waktu), _pelaku(p), p.uraian, f"{p.urut} · {p.sidik[:8]}")
            for nomor, p in enumerate(riwayat, start=1)
        ),
        lebar=(6, 17, 24, 38, 15),
        rata=("kanan", "kiri", "kiri", "kiri", "kiri"),
    )


def _pelaku(peristiwa) -> str:
    nama = str(peristiwa.pegawai) if peristiwa.pegawai_id else "Lapkin"
    return f"{nama} ({peristiwa.sebagai})" if peristiwa.sebagai else nama


def _waktu(saat) -> str:
    return tanggal.saat(timezone.localtime(saat))
