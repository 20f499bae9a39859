"""Keeping and sending frozen files, and the receipts that come back."""

from django.db import IntegrityError, transaction
from django.utils import timezone

from lapkin.berkas.models import Berkas
from lapkin.jejak.ditolak import Ditolak
from lapkin.organisasi.actions import catat_di, pastikan_pegawai

from .models import Arsip, Klasifikasi, Pengiriman


@transaction.atomic
def tambah_klasifikasi(*, pegawai, kode, uraian, aktif, inaktif, nasib, sumber):
    """Add a code with its retention; `aktif` and `inaktif` in years, `sumber`: the decree it stands in."""
    if not pegawai.pengelola:
        raise Ditolak("Hanya pengelola yang dapat menambah klasifikasi.")
    klasifikasi = Klasifikasi(
        kode=kode, uraian=uraian, aktif=aktif, inaktif=inaktif, nasib=nasib, sumber=sumber
    )
    _tambah_sekali(klasifikasi, f"Kode klasifikasi {kode} sudah terdaftar.")
    catat_di(
        pegawai.instansi,
        pegawai,
        "arsip.klasifikasi_ditambah",
        f"klasifikasi:{klasifikasi.pk}",
        f"Menambah klasifikasi {klasifikasi}.",
    )
    return klasifikasi


@transaction.atomic
def arsipkan(*, pegawai, instansi, berkas, judul, klasifikasi, lokasi, tahun, objek, sebagai=""):
    """Keep a frozen file in the archive.

    `lokasi`: where the paper lies; `objek`: key of what it is of ("pelaksanaan:3"); `sebagai`: as what he does so
    in a task, whose act has checked his turn. Raises Ditolak for who, without one, is no officer of the instansi.
    """
    if instansi is None:
        raise Ditolak("Anda belum terdaftar pada satu instansi.")
    if not sebagai:
        pastikan_pegawai(pegawai, instansi)
    if not (judul.strip() and lokasi.strip()):
        raise Ditolak("Judul arsip dan lokasi naskah kertasnya wajib diisi.")
    arsip = Arsip(
        instansi=instansi,
        berkas=berkas,
        judul=judul.strip(),
        klasifikasi=klasifikasi,
        lokasi=lokasi.strip(),
        tahun=tahun,
        objek=objek,
        pengarsip=pegawai,
    )
    _tambah_sekali(arsip, "Berkas ini sudah diarsipkan.")
    uraian = f"Mengarsipkan “{arsip.judul}” di {arsip.lokasi} dengan kode {arsip.klasifikasi.kode}."
    catat_di(
        instansi,
        pegawai,
        "arsip.diarsipkan",
        objek,
        uraian,
        rujukan=arsip.kunci,
        sebagai=sebagai,
        berkas=berkas.sha256,
    )
    return arsip


@transaction.atomic
def kirim(
    *,
    pegawai,
    instansi,
    tujuan,
    perihal,
    daftar_berkas,
    objek,
    cara=Pengiriman.Cara.LANGSUNG,
    sebagai="",
    boleh_ulang=False,
):
    """Record the delivery of frozen files to one addressee; the receipt follows.

    Without `boleh_ulang` a second click is refused: the same file to the same addressee whose receipt is not in yet.
    `sebagai` is as in `arsipkan`.
    """
    if not sebagai:
        pastikan_pegawai(pegawai, instansi)
    if not daftar_berkas:
        raise Ditolak("Pilih paling sedikit satu berkas yang dikirim.")
    if not tujuan.strip():
        raise Ditolak("Tujuan pengiriman wajib diisi.")
    if not boleh_ulang:
        _pastikan_belum_dikirim(daftar_berkas[0], tujuan.strip(), objek)
    kiriman = Pengiriman.objects.create(
        instansi=instansi, tujuan=tujuan.strip(), cara=cara, perihal=perihal, objek=objek, pengirim=pegawai
    )
    kiriman.daftar_berkas.set(daftar_berkas)
    catat_di(
        instansi,
        pegawai,
        "arsip.dikirim",
        objek,
        f"Mengirim “{perihal}” kepada {kiriman.tujuan} ({kiriman.get_cara_display().lower()}).",
        rujukan=kiriman.kunci,
        sebagai=sebagai,
        berkas=[berkas.sha256 for berkas in daftar_berkas],
    )
    return kiriman


@transaction.atomic
def catat_tanda_terima(*, pegawai, pengiriman, penerima, diterima_pada, tanda_terima=None):
    """Record who received a delivery on which day; `tanda_terima`: the scanned receipt, a Berkas.

    By whoever sent it, or any officer of the office that did.
    """
    if pengiriman.pengirim_id != pegawai.pk:
        pastikan_pegawai(pegawai, pengiriman.instansi)
    if not penerima.strip():
        raise Ditolak("Nama penerima wajib diisi.")
    dikirim = timezone.localdate(pengiriman.dikirim_pada)
    if not dikirim <= diterima_pada <= timezone.localdate():
        raise Ditolak("Tanggal terima harus di antara tanggal kirim dan hari ini.")
    # One statement decides between two clicks.
    berubah = Pengiriman.objects.filter(pk=pengiriman.pk, diterima_pada=None).update(
        penerima=penerima.strip(), diterima_pada=diterima_pada, tanda_terima=tanda_terima
    )
    if not berubah:
        raise Ditolak("Tanda terima kiriman ini sudah dicatat.")
    pengiriman.refresh_from_db()
    catat_di(
        pengiriman.instansi,
        pegawai,
        "arsip.diterima",
        pengiriman.objek,
        f"Kiriman “{pengiriman.perihal}” diterima {pengiriman.penerima} di {pengiriman.tujuan}.",
        rujukan=pengiriman.kunci,
        diterima_pada=diterima_pada.isoformat(),
        berkas=tanda_terima.sha256 if tanda_terima else "",
    )
    return pengiriman


def _tambah_sekali(baris, kalimat):
    """Insert a row that may be there once; between two clicks the constraint decides. Raises Ditolak."""
    try:
        with transaction.atomic():
            baris.save(force_insert=True)
    except IntegrityError as salah:
        raise Ditolak(kalimat) from salah


def _pastikan_belum_dikirim(berkas, tujuan, objek):
    """Locks the file's row, so that two clicks come one after the other."""
    Berkas.objects.select_for_update(no_key=True).get(pk=berkas.pk)
    menunggu = Pengiriman.objects.filter(objek=objek, tujuan=tujuan, daftar_berkas=berkas, diterima_pada=None)
    if menunggu.exists():
        raise Ditolak(f"Kiriman ini kepada {tujuan} sudah tercatat dan masih menunggu tanda terimanya.")
