"""The paper that a task is about: the report's newest version, or the newest letter of its kind, as a frozen file."""

from dataclasses import dataclass

from lapkin.berkas.models import Berkas
from lapkin.jejak.ditolak import Ditolak
from lapkin.laporan.models import VersiLaporan
from lapkin.laporan.queries import versi_terakhir
from lapkin.naskah.models import Naskah

from .dasar import laporan_kasus, naskah_kasus


@dataclass(frozen=True, slots=True, kw_only=True)
class DokumenKasus:
    """A paper at hand: `berkas` is what is read and signed; it is a letter or a version of the report."""

    nama: str
    berkas: Berkas
    naskah: Naskah | None = None
    versi: VersiLaporan | None = None


def dokumen_kasus(tugas) -> DokumenKasus | None:
    """The paper this task handles in its newest form; None while no step has made it."""
    if naskah := naskah_kasus(tugas):
        return DokumenKasus(nama=naskah.hal, berkas=naskah.konsep, naskah=naskah)
    laporan = laporan_kasus(tugas.pelaksanaan)
    if laporan and (versi := versi_terakhir(laporan)):
        return DokumenKasus(nama=f"{laporan}, {versi}", berkas=versi.pdf, versi=versi)
    return None


def yang_dibaca(tugas, sidik: str) -> DokumenKasus:
    """The paper at hand when it is still the one that was read (its SHA-256); raises Ditolak otherwise."""
    dokumen = dokumen_kasus(tugas)
    if dokumen is None:
        raise Ditolak("Belum ada dokumen pada pekerjaan ini; langkah sebelumnya belum menghasilkannya.")
    if dokumen.berkas.sha256 != sidik:
        raise Ditolak(
            "Dokumen ini sudah berganti sejak halaman Anda dibuka. Buka kembali tugasnya dan baca yang terbaru."
        )
    return dokumen


def konteks_dokumen(tugas) -> dict:
    """What a page about the paper at hand shows: the paper, its initials and signatures, open points, and its text."""
    dokumen = dokumen_kasus(tugas)
    if dokumen is None:
        return {"dokumen": None}
    laporan = dokumen.versi.laporan if dokumen.versi else None
    return {
        "dokumen": dokumen,
        "laporan": laporan,
        "sebelumnya": _versi_sebelum(dokumen.versi) if laporan else None,
        "daftar_poin": poin_terbuka(laporan) if laporan else [],
        "daftar_paraf": paraf_atas(dokumen.berkas),
        "paraf_kurang": _paraf_kurang(tugas, dokumen),
        "daftar_tanda_tangan": tanda_tangan_atas(dokumen.berkas),
        "pratinjau": Markup(cetak_html(dokumen_naskah(dokumen.naskah)[0], 3)) if dokumen.naskah else "",
    }
