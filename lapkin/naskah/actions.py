"""Making letters, numbering them, and the paraf and tanda tangan on frozen files."""

from dataclasses import dataclass, replace

from django.db import transaction

from lapkin.alur.queries import instansi_pegawai
from lapkin.arsip.models import Klasifikasi
from lapkin.berkas.actions import bekukan
from lapkin.berkas.models import Berkas
from lapkin.berkas.queries import baca
from lapkin.dokumen.cetak_docx import cetak_docx
from lapkin.dokumen.cetak_pdf import GagalCetak, cetak
from lapkin.jejak.actions import catat
from lapkin.jejak.ditolak import Ditolak
from lapkin.organisasi.queries import sebutan_pegawai

from .bentuk.daftar import BENTUK
from .bentuk.dasar import Konteks, konteks_dari_nilai, konteks_ke_nilai
from .bentuk.periksa import IsianSalah, bersihkan
from .models import Agenda, Naskah, Paraf, Register, TandaTangan
from .nomor import KLASIFIKASI_BAWAAN, tulis_nomor
from .pindaian import PindaianSalah, cocokkan
from .queries import (
    dokumen_dari,
    hari_ini,
    kop_surat,
    menandatangani,
    pejabat_jabatan,
    pejabat_pegawai,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cetakan:
    """A rendered letter: its frozen files and the code printed on it."""

    pdf: Berkas
    docx: Berkas
    kode: str


def buat_naskah(
    *,
    pegawai,
    instansi,
    bentuk,
    isi,
    hal,
    penanda_tangan,
    pelaksanaan=None,
    tugas=None,
    tanggal=None,
    daftar_paraf=(),
):
    """Make a letter of a form (a key of BENTUK) and freeze its draft; Ditolak names the fields at fault.

    `penanda_tangan`: the Jabatan that signs. `daftar_paraf`: names of the posts whose initials belong on it.
    """
    if instansi.pk not in instansi_pegawai(pegawai):
        raise Ditolak(f"Anda bukan pegawai {instansi}.")
    isi, hal = _isi_bersih(bentuk, isi), _hal_bersih(hal)
    konteks = Konteks(
        kop=kop_surat(instansi),
        instansi=instansi.nama,
        tempat=instansi.tempat or instansi.nama,
        tanggal=tanggal or hari_ini(instansi),
        hal=hal,
        penanda_tangan=pejabat_jabatan(penanda_tangan, pegawai=pegawai),
        pembuat=pejabat_pegawai(pegawai),
        daftar_paraf=tuple(daftar_paraf),
    )
    cetakan = _cetak(bentuk, isi, konteks)
    with transaction.atomic():
        naskah = Naskah.objects.create(
            instansi=instansi,
            bentuk=bentuk,
            hal=hal,
            tanggal=konteks.tanggal,
            isi=isi,
            konteks=konteks_ke_nilai(konteks),
            penanda_tangan=penanda_tangan,
            pelaksanaan=pelaksanaan,
            tugas=tugas,
            pembuat=pegawai,
            konsep=cetakan.pdf,
            konsep_docx=cetakan.docx,
            kode=cetakan.kode,
        )
        _catat(naskah, pegawai, "naskah.dibuat", f"Membuat konsep {_sebut(naskah)}", berkas=cetakan.pdf)
    return naskah


def ubah_konsep(*, pegawai, naskah, isi, hal=None):
    """Freeze a new draft of a letter that isn't signed yet; earlier paraf do not count for it."""
    isi, hal = _isi_bersih(naskah.bentuk, isi), _hal_bersih(hal or naskah.hal)
    konteks = konteks_dari_nilai(naskah.konteks)
    konteks = replace(
        konteks, hal=hal, penanda_tangan=pejabat_jabatan(naskah.penanda_tangan, pegawai=pegawai)
    )
    cetakan = _cetak(naskah.bentuk, isi, konteks)
    with transaction.atomic():
        terkunci = _kunci(naskah)
        _pastikan_konsep(terkunci)
        if terkunci.konsep_id != naskah.konsep_id:
            raise Ditolak("Naskah ini baru saja diubah orang lain. Muat ulang halaman, lalu ulangi.")
        terkunci.isi, terkunci.hal, terkunci.konteks = isi, hal, konteks_ke_nilai(konteks)
        _pasang_konsep(terkunci, cetakan)
        terkunci.save()
        _catat(terkunci, pegawai, "naskah.diubah", f"Mengubah konsep {_sebut(terkunci)}", berkas=cetakan.pdf)
    return terkunci


def ambil_nomor(*, pegawai, naskah, klasifikasi=KLASIFIKASI_BAWAAN):
    """Take the next number of the letter's series and put it on paper; a second call gives the same number.

    The number is taken and committed first, then rendered: rendering under the register's lock would make
    everybody wait. So this act may not be called inside a transaction. When rendering fails, the number
    stays with its letter and a later call (or the command lanjutkan_naskah) finishes the work.
    """
    with transaction.atomic(durable=True):
        agenda = _catat_di_register(pegawai, _kunci(naskah), klasifikasi)
    cetak_bernomor(pegawai=pegawai, naskah=agenda.naskah)
    return agenda


def cetak_bernomor(*, pegawai, naskah):
    """Put a taken number on paper: on the draft, or after wet ink on a copy that points to the original.

    May be repeated: a letter whose number is on paper already is left as it is.
    """
    naskah = Naskah.objects.select_related("agenda", "instansi", "pelaksanaan").get(pk=naskah.pk)
    if naskah.bernomor_id:
        return naskah
    konteks = _konteks_bernomor(naskah)
    cetakan = _cetak(naskah.bentuk, naskah.isi, konteks)
    with transaction.atomic():
        terkunci = _kunci(naskah)
        if terkunci.bernomor_id or terkunci.konsep_id != naskah.konsep_id or terkunci.status != naskah.status:
            return terkunci
        if terkunci.status == Naskah.Status.KONSEP:
            terkunci.konteks = konteks_ke_nilai(konteks)
            _pasang_konsep(terkunci, cetakan)
        terkunci.bernomor = cetakan.pdf
        terkunci.save()
        uraian = f"Mencetak nomor {naskah.agenda.nomor} pada {_sebut(naskah)}"
        _catat(terkunci, pegawai, "naskah.bernomor_dicetak", uraian, berkas=cetakan.pdf)
    return terkunci


@transaction.atomic
def paraf(*, pegawai, berkas, sebagai, tugas=None, naskah=None):
    """Initial a frozen file: the officer, in this post, answers for what it says."""
    if Paraf.objects.filter(berkas_dibaca=berkas, tugas=tugas, pegawai=pegawai).exists():
        raise Ditolak("Anda sudah memaraf berkas ini.")
    baris = Paraf.objects.create(berkas_dibaca=berkas, tugas=tugas, pegawai=pegawai, sebagai=sebagai)
    _catat_atas_berkas(baris, naskah, "naskah.diparaf", f"Memaraf {berkas.nama}", {"berkas": berkas.sha256})
    return baris


@transaction.atomic
def tanda_tangani_basah(*, pegawai, berkas_dibaca, pindaian, sebagai="", tugas=None, naskah=None):
    """Sign in wet ink: the printed frozen file was signed by hand, and its scan is kept beside it.

    The scan must be able to be that paper: not the file itself, and of as many pages. With `naskah` the
    letter becomes signed, provided that its present draft is what was read. Who may sign: with `tugas` the
    caller has made sure (alur.pastikan_giliran), without it the holder of the letter's signing post.
    """
    sebagai = sebagai if tugas else menandatangani(pegawai, naskah)
    if not sebagai:
        raise Ditolak("Hanya pejabat penanda tangan yang dapat menandatangani naskah ini.")
    _pastikan_pindaian(berkas_dibaca, pindaian)
    if TandaTangan.objects.filter(berkas_dibaca=berkas_dibaca, tugas=tugas, pegawai=pegawai).exists():
        raise Ditolak("Anda sudah menandatangani berkas ini.")
    if naskah:
        _sahkan(naskah, berkas_dibaca, pindaian)
    baris = TandaTangan.objects.create(
        berkas_dibaca=berkas_dibaca, berkas_hasil=pindaian, tugas=tugas, pegawai=pegawai, sebagai=sebagai
    )
    data = {"berkas": berkas_dibaca.sha256, "pindaian": pindaian.sha256, "cara": baris.cara}
    _catat_atas_berkas(baris, naskah, "naskah.ditandatangani", f"Menandatangani {berkas_dibaca.nama}", data)
    return baris


def _isi_bersih(bentuk, isi) -> dict:
    if bentuk not in BENTUK:
        raise Ditolak("Bentuk naskah ini tidak dikenal.")
    try:
        return bersihkan(BENTUK[bentuk], isi)
    except IsianSalah as salah:
        raise Ditolak(str(salah)) from salah


def _hal_bersih(hal) -> str:
    hal = " ".join(hal.split())
    if not 0 < len(hal) <= 300:
        raise Ditolak("Hal wajib diisi, paling panjang 300 huruf.")
    return hal


def _cetak(bentuk, isi, konteks) -> Cetakan:
    """Compose, render and freeze a letter; takes some tenths of a second, so never under a lock."""
    dokumen, kode = dokumen_dari(bentuk, isi, konteks)
    try:
        hasil = cetak(dokumen)
        docx = cetak_docx(dokumen, hasil.letak)
    except GagalCetak as salah:
        raise Ditolak(str(salah)) from salah
    nama = f"{BENTUK[bentuk].nama} - {konteks.hal[:80]} ({kode})"
    return Cetakan(
        pdf=bekukan(isi=hasil.pdf, nama=f"{nama}.pdf", jenis="pdf"),
        docx=bekukan(isi=docx, nama=f"{nama}.docx", jenis="docx"),
        kode=kode,
    )


def _pasang_konsep(naskah, cetakan) -> None:
    naskah.konsep, naskah.konsep_docx, naskah.kode = cetakan.pdf, cetakan.docx, cetakan.kode
    if konteks_dari_nilai(naskah.konteks).nomor:
        naskah.bernomor = cetakan.pdf


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
    buku = BENTUK[naskah.bentuk].buku
    if not buku:
        raise Ditolak(f"{BENTUK[naskah.bentuk].nama} tidak bernomor.")
    if klasifikasi != KLASIFIKASI_BAWAAN and not Klasifikasi.objects.filter(kode=klasifikasi).exists():
        raise Ditolak(f"Kode klasifikasi {klasifikasi} tidak terdaftar.")
    hari = hari_ini(naskah.instansi)
    register, _ = Register.objects.select_for_update(of=("self",)).get_or_create(
        instansi=naskah.instansi, buku=buku, klasifikasi=klasifikasi, tahun=hari.year
    )
    register.terakhir += 1
    register.save(update_fields=["terakhir"])
    nomor = tulis_nomor(
        buku=buku,
        klasifikasi=klasifikasi,
        urut=register.terakhir,
        unit=naskah.instansi.kode.upper(),
        hari=hari,
    )
    agenda = Agenda.objects.create(
        register=register, urut=register.terakhir, nomor=nomor, naskah=naskah, diambil_oleh=pegawai
    )
    _catat(naskah, pegawai, "naskah.dinomori", f"Mengambil nomor {nomor} untuk {_sebut(naskah)}")
    return agenda


def _kunci(naskah) -> Naskah:
    return (
        Naskah.objects.select_for_update(of=("self",))
        .select_related("instansi", "pelaksanaan", "penanda_tangan")
        .get(pk=naskah.pk)
    )


def _pastikan_konsep(naskah) -> None:
    if naskah.status != Naskah.Status.KONSEP:
        raise Ditolak("Naskah ini sudah ditandatangani dan tidak dapat diubah lagi.")


def _pastikan_pindaian(berkas_dibaca, pindaian) -> None:
    try:
        cocokkan(dicetak=baca(berkas_dibaca), dipindai=baca(pindaian))
    except PindaianSalah as salah:
        raise Ditolak(str(salah)) from salah


def _sahkan(naskah, berkas_dibaca, pindaian) -> None:
    terkunci = _kunci(naskah)
    _pastikan_konsep(terkunci)
    if terkunci.konsep_id != berkas_dibaca.pk:
        raise Ditolak("Naskah ini sudah diubah sejak Anda cetak. Cetak dan tanda tangani konsep terbaru.")
    terkunci.status, terkunci.sah = Naskah.Status.DITANDATANGANI, pindaian
    terkunci.save(update_fields=["status", "sah"])


def _sebut(naskah) -> str:
    return f"{BENTUK[naskah.bentuk].nama.lower()} “{naskah.hal}”"


def _catat(naskah, pegawai, jenis, uraian, *, berkas=None) -> None:
    """An event about a letter: under its case when it belongs to one, else under the letter itself."""
    catat(
        rantai=naskah.instansi.kunci,
        pegawai=pegawai,
        sebagai=sebutan_pegawai(pegawai),
        jenis=jenis,
        objek=naskah.pelaksanaan.kunci if naskah.pelaksanaan else naskah.kunci,
        rujukan=naskah.kunci,
        uraian=f"{uraian}.",
        data={"kode": naskah.kode} | ({"berkas": berkas.sha256} if berkas else {}),
    )


def _catat_atas_berkas(baris, naskah, jenis, uraian, data) -> None:
    """An event of an initial or signature: under the case of its task, else under its letter."""
    tugas = baris.tugas
    if tugas:
        rantai, objek, rujukan = tugas.pelaksanaan.instansi.kunci, tugas.pelaksanaan.kunci, tugas.kunci
    else:
        rantai, objek, rujukan = naskah.instansi.kunci, naskah.kunci, naskah.kunci
    catat(
        rantai=rantai,
        pegawai=baris.pegawai,
        sebagai=baris.sebagai,
        jenis=jenis,
        objek=objek,
        rujukan=naskah.kunci if naskah else rujukan,
        uraian=f"{uraian} sebagai {baris.sebagai}.",
        data=data | ({"tugas": tugas.kunci} if tugas else {}),
    )
