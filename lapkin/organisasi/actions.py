"""What the administrator (pengelola) of an instansi does: units, posts, people, assignments, teams."""

import secrets

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from lapkin.berkas.actions import terima_unggahan
from lapkin.jejak.actions import catat
from lapkin.jejak.ditolak import Ditolak

from .models import AnggotaTim, Instansi, Jabatan, Pegawai, Penugasan, Tim, UnitKerja
from .perubahan import perubahan
from .queries import penugasan_bertumpuk, sebutan_pegawai

# Without the letters and digits that look alike on paper.
HURUF_SANDI = "abcdefghjkmnpqrstuvwxyz23456789"


def _catat(pegawai, instansi, jenis, objek, uraian, data=None):
    catat(
        rantai=instansi.kunci,
        pegawai=pegawai,
        sebagai=sebutan_pegawai(pegawai),
        jenis=jenis,
        objek=f"{objek._meta.model_name}:{objek.pk}",
        uraian=uraian,
        data=data,
    )


def _isi(objek, isian):
    """Set fields; a broken rule of the model is a refusal with its own sentence."""
    for nama, nilai in isian.items():
        setattr(objek, nama, nilai)
    try:
        objek.full_clean()
    except ValidationError as galat:
        raise Ditolak(" ".join(galat.messages)) from galat
    return objek


def _simpan(objek, isian):
    """Set fields and save; what another administrator stored at the same moment is a refusal too."""
    try:
        _isi(objek, isian).save()
    except IntegrityError as galat:
        raise Ditolak("Data yang sama baru saja disimpan orang lain. Muat ulang halaman ini.") from galat
    return objek


def _ubah(objek, isian):
    """Change a locked row; return it and what changed."""
    terkunci = type(objek).objects.select_for_update().get(pk=objek.pk)
    beda = perubahan({nama: getattr(terkunci, nama) for nama in isian}, isian)
    return _simpan(terkunci, isian), beda


@transaction.atomic
def tambah_instansi(*, pegawai, induk, **isian):
    """Add an instansi directly below `induk` (a pemda adds its perangkat daerah)."""
    instansi = _simpan(Instansi(induk=induk), isian)
    _catat(pegawai, instansi, "instansi.ditambah", instansi, f"Instansi {instansi} ditambahkan.")
    return instansi


@transaction.atomic
def ubah_instansi(*, pegawai, instansi, **isian):
    instansi, beda = _ubah(instansi, isian)
    _catat(pegawai, instansi, "instansi.diubah", instansi, f"Data {instansi} diubah.", beda)
    return instansi


def ganti_lambang(*, pegawai, instansi, unggahan):
    """Keep a new emblem (lambang), PNG or JPEG by content; raises Ditolak for any other file."""
    berkas = terima_unggahan(unggahan=unggahan, boleh={"png", "jpg"})
    with transaction.atomic():
        instansi, _ = _ubah(instansi, {"lambang": berkas})
        uraian = f"Lambang {instansi} diganti."
        _catat(pegawai, instansi, "instansi.lambang", instansi, uraian, {"sha256": berkas.sha256})
    return instansi


@transaction.atomic
def tambah_unit(*, pegawai, instansi, **isian):
    unit = _simpan(UnitKerja(instansi=instansi), isian)
    _catat(pegawai, instansi, "unit.ditambah", unit, f"Unit kerja {unit} ditambahkan.")
    return unit


@transaction.atomic
def ubah_unit(*, pegawai, unit, **isian):
    _tolak_lingkaran(unit, isian.get("induk"), "induk", "Unit kerja")
    unit, beda = _ubah(unit, isian)
    _catat(pegawai, unit.instansi, "unit.diubah", unit, f"Unit kerja {unit} diubah.", beda)
    return unit


@transaction.atomic
def tambah_jabatan(*, pegawai, instansi, **isian):
    jabatan = _simpan(Jabatan(instansi=instansi), isian)
    _catat(pegawai, instansi, "jabatan.ditambah", jabatan, f"Jabatan {jabatan} ditambahkan.")
    return jabatan


@transaction.atomic
def ubah_jabatan(*, pegawai, jabatan, **isian):
    """Change a post; its jenis stays once it was held, because the rule of one holder hangs on it."""
    _tolak_lingkaran(jabatan, isian.get("atasan"), "atasan", "Jabatan")
    if isian.get("jenis", jabatan.jenis) != jabatan.jenis and jabatan.daftar_penugasan.exists():
        raise Ditolak(
            "Jenis jabatan ini tidak dapat diubah karena sudah pernah dipegang. Buatlah jabatan baru."
        )
    jabatan, beda = _ubah(jabatan, isian)
    _catat(pegawai, jabatan.instansi, "jabatan.diubah", jabatan, f"Jabatan {jabatan} diubah.", beda)
    return jabatan


def _tolak_lingkaran(objek, di_atas, hubungan, sebutan):
    """Refuse a superior that stands below the row itself."""
    while di_atas is not None:
        if di_atas.pk == objek.pk:
            raise Ditolak(f"{sebutan} tidak dapat berada di bawah dirinya sendiri atau bawahannya.")
        di_atas = getattr(di_atas, hubungan)


@transaction.atomic
def tambah_pegawai(*, pegawai, instansi, **isian):
    """Add a person who may sign in; return the row and the first password, shown only once."""
    sandi = _sandi_acak()
    orang = Pegawai(instansi=instansi)
    orang.set_password(sandi)
    orang = _simpan(orang, isian)
    _catat(pegawai, instansi, "pegawai.ditambah", orang, f"Pegawai {orang} ditambahkan.")
    return orang, sandi


@transaction.atomic
def ubah_pegawai(*, pegawai, orang, **isian):
    if orang.pk == pegawai.pk and not isian.get("pengelola", True):
        raise Ditolak("Anda tidak dapat mencabut hak kelola Anda sendiri. Mintalah pengelola lain.")
    orang, beda = _ubah(orang, isian)
    _catat(pegawai, orang.instansi, "pegawai.diubah", orang, f"Data pegawai {orang} diubah.", beda)
    return orang


@transaction.atomic
def nonaktifkan_pegawai(*, pegawai, orang):
    """Close an account: it can't sign in any more, and its work falls to who else holds the posts."""
    if orang.pk == pegawai.pk:
        raise Ditolak("Anda tidak dapat menonaktifkan akun Anda sendiri.")
    if not Pegawai.objects.filter(pk=orang.pk, is_active=True).update(is_active=False):
        raise Ditolak(f"Akun {orang} sudah tidak aktif.")
    _catat(pegawai, orang.instansi, "pegawai.dinonaktifkan", orang, f"Akun {orang} dinonaktifkan.")


@transaction.atomic
def aktifkan_pegawai(*, pegawai, orang):
    if not Pegawai.objects.filter(pk=orang.pk, is_active=False).update(is_active=True):
        raise Ditolak(f"Akun {orang} sudah aktif.")
    _catat(pegawai, orang.instansi, "pegawai.diaktifkan", orang, f"Akun {orang} diaktifkan kembali.")


@transaction.atomic
def buat_sandi_baru(*, pegawai, orang) -> str:
    """Replace a forgotten password, which signs the person out everywhere; return the new one, shown once."""
    sandi = _sandi_acak()
    orang = Pegawai.objects.select_for_update().get(pk=orang.pk)
    orang.set_password(sandi)
    orang.save(update_fields=["password"])
    _catat(pegawai, orang.instansi, "pegawai.sandi", orang, f"Kata sandi {orang} dibuat ulang.")
    return sandi


def _sandi_acak() -> str:
    """Three groups of four: about 59 bits, easy to read out."""
    return "-".join("".join(secrets.choice(HURUF_SANDI) for _ in range(4)) for _ in range(3))


def tugaskan(*, pegawai, jabatan, orang, jenis, dari, sampai=None, nomor_sk=""):
    """Put a person in a post; raises Ditolak where a structural post is held already in that span.

    SQLite holds the only write lock while we look; PostgreSQL may let two through, and its exclusion
    constraint stops the second, who then reads the same sentence.
    """
    tunggal = jabatan.jenis == Jabatan.Jenis.STRUKTURAL
    penugasan = Penugasan(jabatan=jabatan, pegawai=orang, jenis=jenis, dari=dari, tunggal=tunggal)
    try:
        with transaction.atomic():
            _tolak_bila_dipegang(penugasan, sampai)
            _isi(penugasan, {"sampai": sampai, "nomor_sk": nomor_sk}).save()
            uraian = f"{orang} ditugaskan sebagai {penugasan.sebutan} mulai {dari:%d-%m-%Y}."
            _catat(pegawai, jabatan.instansi, "penugasan.dibuat", penugasan, uraian, {"nomor_sk": nomor_sk})
    except IntegrityError:
        _tolak_bila_dipegang(penugasan, sampai)
        raise
    return penugasan


def _tolak_bila_dipegang(penugasan, sampai):
    lain = penugasan_bertumpuk(penugasan, sampai).first()
    if lain is None:
        return
    rentang = f"mulai {lain.dari:%d-%m-%Y}" + (f" sampai {lain.sampai:%d-%m-%Y}" if lain.sampai else "")
    raise Ditolak(
        f"{lain.sebutan} sudah dipegang {lain.pegawai} {rentang}. "
        "Akhiri dahulu penugasan itu, atau pilih tanggal lain."
    )


@transaction.atomic
def akhiri_penugasan(*, pegawai, penugasan, sampai):
    """Set the last day of an assignment; it can be moved earlier, never later than it was."""
    penugasan = Penugasan.objects.select_for_update().get(pk=penugasan.pk)
    if penugasan.sampai and penugasan.sampai <= sampai:
        raise Ditolak(f"Penugasan ini sudah berakhir pada {penugasan.sampai:%d-%m-%Y}.")
    _simpan(penugasan, {"sampai": sampai})
    uraian = f"{penugasan.pegawai} tidak lagi {penugasan.sebutan} sesudah {sampai:%d-%m-%Y}."
    _catat(pegawai, penugasan.jabatan.instansi, "penugasan.diakhiri", penugasan, uraian)
    return penugasan


@transaction.atomic
def bentuk_tim(*, pegawai, instansi, nama, tahun, nomor_sk=""):
    tim = _simpan(Tim(instansi=instansi), {"nama": nama, "tahun": tahun, "nomor_sk": nomor_sk})
    _catat(pegawai, instansi, "tim.dibentuk", tim, f"{tim} {tahun} dibentuk.")
    return tim


@transaction.atomic
def ubah_tim(*, pegawai, tim, **isian):
    tim, beda = _ubah(tim, isian)
    _catat(pegawai, tim.instansi, "tim.diubah", tim, f"{tim} {tim.tahun} diubah.", beda)
    return tim


@transaction.atomic
def tambah_anggota(*, pegawai, tim, orang, kedudukan=AnggotaTim.Kedudukan.ANGGOTA, dari=None):
    """Add a member to a team; raises Ditolak when the person is one already."""
    isian = {"pegawai": orang, "kedudukan": kedudukan, "dari": dari or timezone.localdate()}
    keanggotaan = _simpan(AnggotaTim(tim=tim), isian)
    uraian = f"{orang} menjadi {keanggotaan.get_kedudukan_display().lower()} {tim}."
    _catat(pegawai, tim.instansi, "tim.anggota", tim, uraian)
    return keanggotaan


@transaction.atomic
def akhiri_keanggotaan(*, pegawai, keanggotaan):
    """Today is the member's last day in the team."""
    daftar = AnggotaTim.objects.filter(pk=keanggotaan.pk, sampai=None)
    if not daftar.update(sampai=timezone.localdate()):
        raise Ditolak(f"{keanggotaan.pegawai} sudah bukan anggota tim ini.")
    tim = keanggotaan.tim
    _catat(pegawai, tim.instansi, "tim.anggota", tim, f"{keanggotaan.pegawai} keluar dari {tim}.")
