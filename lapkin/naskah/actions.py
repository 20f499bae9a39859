"""Making letters and numbering them; paraf and tanda tangan stand in pengesahan/actions.py.

Rendering takes some tenths of a second, so a letter is first designed (`rancang`: checked, rendered, frozen)
and then stored under whatever lock the caller holds.
"""

from dataclasses import dataclass, replace

from django.db import transaction

from lapkin.arsip.models import Klasifikasi
from lapkin.berkas.actions import bekukan
from lapkin.berkas.models import Berkas
from lapkin.dokumen.cetak_docx import cetak_docx
from lapkin.dokumen.cetak_pdf import GagalCetak, cetak
from lapkin.jejak.ditolak import Ditolak
from lapkin.organisasi.actions import catat_di, pastikan_pegawai
from lapkin.organisasi.queries import hari_ini, kop_surat

from .bentuk.daftar import BENTUK
from .bentuk.dasar import Konteks, konteks_dari_nilai, konteks_ke_nilai
from .models import Agenda, Naskah, Register
from .nomor import KLASIFIKASI_BAWAAN, tulis_nomor
from .pastikan import hal_bersih, isi_bersih, masih_konsep
from .pengesahan.actions import paraf, tanda_tangani_basah
from .queries import (
    dokumen_dari,
    kunci_naskah,
    pejabat_jabatan,
    pejabat_pegawai,
)

__all__ = [
    "ambil_nomor",
    "buat_naskah",
    "cetak_bernomor",
    "paraf",
    "rancang",
    "rancang_ubahan",
    "simpan_naskah",
    "simpan_ubahan",
    "tanda_tangani_basah",
    "ubah_konsep",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rancangan:
    """A letter that is rendered and frozen but not stored yet; `kode` is the code printed on it."""

    bentuk: str
    isi: dict
    konteks: Konteks
    pdf: Berkas
    docx: Berkas
    kode: str


def rancang(*, pegawai, instansi, bentuk, isi, hal, penanda_tangan, tanggal=None, daftar_paraf=()):
    """Compose, render and freeze a letter of a form (a key of BENTUK); Ditolak names the fields at fault.

    `penanda_tangan`: the Jabatan that signs. `daftar_paraf`: names of the posts whose initials belong on it.
    """
    pastikan_pegawai(pegawai, instansi)
    isi = isi_bersih(bentuk, isi)
    konteks = Konteks(
        kop=kop_surat(instansi),
        instansi=instansi.nama,
        tempat=instansi.tempat or instansi.nama,
        tanggal=tanggal or hari_ini(instansi),
        hal=hal_bersih(hal),
        penanda_tangan=pejabat_jabatan(penanda_tangan, pegawai=pegawai),
        pembuat=pejabat_pegawai(pegawai),
        daftar_paraf=tuple(daftar_paraf),
    )
    return _cetak(bentuk, isi, konteks)


@transaction.atomic
def simpan_naskah(*, pegawai, rancangan, instansi, penanda_tangan, pelaksanaan=None, tugas=None):
    """Store a designed letter as a draft."""
    naskah = Naskah(
        instansi=instansi,
        bentuk=rancangan.bentuk,
        tanggal=rancangan.konteks.tanggal,
        penanda_tangan=penanda_tangan,
        pelaksanaan=pelaksanaan,
        tugas=tugas,
        pembuat=pegawai,
    )
    _pasang(naskah, rancangan)
    naskah.save()
    _catat(naskah, pegawai, "naskah.dibuat", f"Membuat konsep {_sebut(naskah)}", berkas=naskah.konsep)
    return naskah


def buat_naskah(*, pegawai, instansi, penanda_tangan, pelaksanaan=None, tugas=None, **rancangan):
    """Make a letter in one go: `rancang`, then `simpan_naskah`."""
    hasil = rancang(pegawai=pegawai, instansi=instansi, penanda_tangan=penanda_tangan, **rancangan)
    return simpan_naskah(
        pegawai=pegawai,
        rancangan=hasil,
        instansi=instansi,
        penanda_tangan=penanda_tangan,
        pelaksanaan=pelaksanaan,
        tugas=tugas,
    )


def rancang_ubahan(*, pegawai, naskah, isi, hal=None):
    """Design a new draft of a letter that isn't signed yet; signer and subject as they are today."""
    masih_konsep(naskah)
    konteks = replace(
        konteks_dari_nilai(naskah.konteks),
        hal=hal_bersih(hal or naskah.hal),
        penanda_tangan=pejabat_jabatan(naskah.penanda_tangan, pegawai=pegawai),
    )
    return _cetak(naskah.bentuk, isi_bersih(naskah.bentuk, isi), konteks)


@transaction.atomic
def simpan_ubahan(*, pegawai, naskah, rancangan):
    """Put a new draft in place of the one it was designed from; paraf on that one do not count for it."""
    terkunci = kunci_naskah(naskah)
    masih_konsep(terkunci)
    if terkunci.konsep_id != naskah.konsep_id:
        raise Ditolak("Naskah ini baru saja diubah orang lain. Muat ulang halaman, lalu ulangi.")
    _pasang(terkunci, rancangan)
    terkunci.save()
    uraian = f"Mengubah konsep {_sebut(terkunci)}"
    _catat(terkunci, pegawai, "naskah.diubah", uraian, berkas=rancangan.pdf)
    return terkunci


def ubah_konsep(*, pegawai, naskah, isi, hal=None):
    """Change a draft in one go: `rancang_ubahan`, then `simpan_ubahan`."""
    rancangan = rancang_ubahan(pegawai=pegawai, naskah=naskah, isi=isi, hal=hal)
    return simpan_ubahan(pegawai=pegawai, naskah=naskah, rancangan=rancangan)


def ambil_nomor(*, pegawai, naskah, klasifikasi=KLASIFIKASI_BAWAAN):
    """Take the next number of the letter's series and put it on paper; a second call gives the same number.

    The number is taken and committed first, then rendered: rendering under the register's lock would make
    everybody wait. So this act may not be called inside a transaction. When rendering fails, the number
    stays with its letter and a later call (or the command lanjutkan_naskah) finishes the work.
    """
    with transaction.atomic(durable=True):
        agenda = _catat_di_register(pegawai, kunci_naskah(naskah), klasifikasi)
    cetak_bernomor(pegawai=pegawai, naskah=agenda.naskah)
    return agenda


def cetak_bernomor(*, pegawai, naskah):
    """Put a taken number on paper: on the draft, or after wet ink on a copy that points to the original.

    May be repeated: a letter whose number is on paper already is left as it is.
    """
    naskah = Naskah.objects.select_related("agenda", "instansi", "pelaksanaan").get(pk=naskah.pk)
    if naskah.bernomor_id:
        return naskah
    rancangan = _cetak(naskah.bentuk, naskah.isi, _konteks_bernomor(naskah))
    with transaction.atomic():
        terkunci = kunci_naskah(naskah)
        if terkunci.bernomor_id or terkunci.konsep_id != naskah.konsep_id or terkunci.status != naskah.status:
            return terkunci
        if terkunci.status == Naskah.Status.KONSEP:
            _pasang(terkunci, rancangan)
        terkunci.bernomor = rancangan.pdf
        terkunci.save()
        uraian = f"Mencetak nomor {naskah.agenda.nomor} pada {_sebut(naskah)}"
        _catat(terkunci, pegawai, "naskah.bernomor_dicetak", uraian, berkas=rancangan.pdf)
    return terkunci


def _cetak(bentuk, isi, konteks) -> Rancangan:
    dokumen, kode = dokumen_dari(bentuk, isi, konteks)
    try:
        hasil = cetak(dokumen)
        docx = cetak_docx(dokumen, hasil.letak)
    except GagalCetak as salah:
        raise Ditolak(str(salah)) from salah
    nama = f"{BENTUK[bentuk].nama} - {konteks.hal[:80]} ({kode})"
    return Rancangan(
        bentuk=bentuk,
        isi=isi,
        konteks=konteks,
        pdf=bekukan(isi=hasil.pdf, nama=f"{nama}.pdf", jenis="pdf"),
        docx=bekukan(isi=docx, nama=f"{nama}.docx", jenis="docx"),
        kode=kode,
    )


def _pasang(naskah, rancangan) -> None:
    """Make a design the letter's draft; a draft with a number on it is the numbered form too."""
    naskah.isi, naskah.hal = rancangan.isi, rancangan.konteks.hal
    naskah.konteks = konteks_ke_nilai(rancangan.konteks)
    naskah.konsep, naskah.konsep_docx, naskah.kode = rancangan.pdf, rancangan.docx, rancangan.kode
    if rancangan.konteks.nomor:
        naskah.bernomor = rancangan.pdf


def _konteks_bernomor(naskah) -> Konteks:
    """The facts with the number; a copy of a signed letter names its original and bears no box for paraf."""
    konteks = replace(konteks_dari_nilai(naskah.konteks), nomor=naskah.agenda.nomor)
    if naskah.status == Naskah.Status.KONSEP:
        return konteks
    return replace(konteks, asal=naskah.kode, daftar_paraf=())


def _catat_di_register(pegawai, naskah, klasifikasi) -> Agenda:
    """Take the number; the register's row stays locked until the end of the transaction."""
    # Asked again after the lock: another click may have taken the number while we waited.
    if agenda := Agenda.objects.filter(naskah=naskah).select_related("naskah").first():
        return agenda
    buku = _buku(naskah)
    if klasifikasi != KLASIFIKASI_BAWAAN and not Klasifikasi.objects.filter(kode=klasifikasi).exists():
        raise Ditolak(f"Kode klasifikasi {klasifikasi} tidak terdaftar.")
    hari = hari_ini(naskah.instansi)
    register, _ = Register.objects.select_for_update(of=("self",)).get_or_create(
        instansi=naskah.instansi, buku=buku, klasifikasi=klasifikasi, tahun=hari.year
    )
    register.terakhir += 1
    register.save(update_fields=["terakhir"])
    unit = naskah.instansi.kode.upper()
    nomor = tulis_nomor(buku=buku, klasifikasi=klasifikasi, urut=register.terakhir, unit=unit, hari=hari)
    agenda = Agenda.objects.create(
        register=register, urut=register.terakhir, nomor=nomor, naskah=naskah, diambil_oleh=pegawai
    )
    _catat(naskah, pegawai, "naskah.dinomori", f"Mengambil nomor {nomor} untuk {_sebut(naskah)}")
    return agenda


def _buku(naskah) -> str:
    bentuk = BENTUK[naskah.bentuk]
    if not bentuk.buku:
        raise Ditolak(f"{bentuk.nama} tidak bernomor.")
    return bentuk.buku


def _sebut(naskah) -> str:
    return f"{BENTUK[naskah.bentuk].sebutan} “{naskah.hal}”"


def _catat(naskah, pegawai, jenis, uraian, *, berkas=None) -> None:
    """An event about a letter: under its case when it belongs to one, else under the letter itself."""
    sidik = {"berkas": berkas.sha256} if berkas else {}
    catat_di(
        naskah.instansi,
        pegawai,
        jenis,
        naskah.pelaksanaan.kunci if naskah.pelaksanaan else naskah.kunci,
        f"{uraian}.",
        rujukan=naskah.kunci,
        kode=naskah.kode,
        **sidik,
    )
