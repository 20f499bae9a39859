"""The paper a task is about: the report's newest version or the newest letter of its kind, as a frozen file."""

from dataclasses import dataclass

from markupsafe import Markup

from lapkin.alur.models import Tugas
from lapkin.berkas.models import Berkas
from lapkin.dokumen.cetak_html import cetak_html
from lapkin.jejak.ditolak import Ditolak
from lapkin.laporan.models import VersiLaporan
from lapkin.laporan.queries import poin_terbuka, versi_terakhir
from lapkin.naskah.models import Naskah
from lapkin.naskah.queries import dokumen_naskah, paraf_atas, tanda_tangan_atas
from lapkin.sop.bagan import Jenis

from .dasar import laporan_kasus, naskah_kasus
from .kertas_kasus import LAPORAN


@dataclass(frozen=True, slots=True, kw_only=True)
class DokumenKasus:
    """A paper at hand: `berkas` is what is read and signed; it is a letter or a version of the report."""

    nama: str
    berkas: Berkas
    naskah: Naskah | None = None
    versi: VersiLaporan | None = None


def dokumen_kasus(tugas) -> DokumenKasus | None:
    """The paper this task handles in its newest form; None while no step has made it."""
    if tugas.naskah == LAPORAN:
        return _versi(laporan_kasus(tugas.pelaksanaan))
    naskah = naskah_kasus(tugas)
    return DokumenKasus(nama=naskah.hal, berkas=naskah.konsep, naskah=naskah) if naskah else None


def yang_dibaca(tugas, sidik: str) -> DokumenKasus:
    """The paper at hand when it is still the one that was read (its SHA-256); raises Ditolak otherwise."""
    dokumen = dokumen_kasus(tugas)
    if dokumen is None:
        raise Ditolak("Belum ada dokumen pada pekerjaan ini; langkah sebelumnya belum menghasilkannya.")
    if dokumen.berkas.sha256 != sidik:
        raise Ditolak(
            "Dokumen ini sudah berganti sejak halaman Anda dibuka. Buka lagi tugasnya dan baca yang terbaru."
        )
    return dokumen


def paraf_kurang(tugas, berkas) -> list[str]:
    """The posts that initialed an earlier form of this paper but not this one: a new form needs new paraf."""
    daftar = Tugas.objects.filter(
        pelaksanaan=tugas.pelaksanaan_id,
        jenis=Jenis.PARAF,
        naskah=tugas.naskah,
        status=Tugas.Status.SELESAI,
    ).select_related("jabatan", "tim")
    terbaru = {(t.langkah, t.tahap, t.jabatan_id, t.tim_id): t for t in daftar.order_by("pk")}
    berparaf = set(paraf_atas(berkas).values_list("tugas", flat=True))
    return [str(t.jabatan or t.tim) for t in terbaru.values() if t.pk not in berparaf]


def konteks_dokumen(tugas) -> dict:
    """What a page about the paper at hand shows: its text, initials and signatures, open points."""
    dokumen = dokumen_kasus(tugas)
    if dokumen is None:
        return {"dokumen": None}
    return {
        "dokumen": dokumen,
        "pratinjau": pratinjau(dokumen.naskah) if dokumen.naskah else "",
        "sebelumnya": _versi_sebelum(dokumen.versi) if dokumen.versi else None,
        "daftar_poin": poin_terbuka(dokumen.versi.laporan) if dokumen.versi else [],
        "daftar_paraf": paraf_atas(dokumen.berkas),
        "daftar_tanda_tangan": tanda_tangan_atas(dokumen.berkas),
    }


def pratinjau(naskah) -> Markup:
    """The letter as it will be printed; `cetak_html` escapes every text."""
    return Markup(cetak_html(dokumen_naskah(naskah)[0], 3))


def _versi(laporan):
    versi = versi_terakhir(laporan) if laporan else None
    return DokumenKasus(nama=f"{laporan}, {versi}", berkas=versi.pdf, versi=versi) if versi else None


def _versi_sebelum(versi):
    return versi.laporan.daftar_versi.filter(nomor__lt=versi.nomor).order_by("-nomor").first()
