"""Builds the offices of the demo (kantor.toml) through the same acts that an administrator uses."""

import tomllib
from datetime import date
from pathlib import Path

from django.contrib.auth.hashers import make_password

from lapkin.alur.actions import ikat_peran, pasang_sop
from lapkin.kinerja.actions import terima_buku
from lapkin.organisasi import actions as organisasi
from lapkin.organisasi.models import Jabatan, Pegawai, Tim, UnitKerja
from lapkin.sop.sop import baca

from .angka import bagi_anggaran, isi_buku, sebelum_diisi
from .templat import AKAR

DAFTAR_KANTOR = Path(__file__).with_name("kantor.toml")
SANDI = "lapkin-demo-2025"
SEJAK = date(2024, 1, 2)


def bangun(pemda: str = "") -> None:
    """All offices, or those of one pemda, in the order of the file: an office above another stands before it."""
    sandi = make_password(SANDI)
    for isi in daftar_kantor():
        if not pemda or pemda in (isi["kode"], isi.get("induk")):
            _bangun_kantor(isi, sandi)


def daftar_kantor() -> list[dict]:
    return tomllib.loads(DAFTAR_KANTOR.read_text(encoding="utf-8"))["kantor"]


def _bangun_kantor(isi, sandi):
    pengelola = _kantor_bawahan(isi, sandi) if "induk" in isi else _kantor_teratas(isi)
    instansi = pengelola.instansi
    for urutan, unit in enumerate(isi.get("unit", ()), start=1):
        organisasi.tambah_unit(pegawai=pengelola, instansi=instansi, urutan=urutan, **unit)
    for urutan, jabatan in enumerate(isi.get("jabatan", ()), start=1):
        _pejabat(pengelola, instansi, urutan, jabatan, sandi)
    for tim in isi.get("tim", ()):
        _tim(pengelola, instansi, tim)
    if "sop" in isi:
        _sop(pengelola, instansi, isi)
    if "buku" in isi:
        _buku(pengelola, instansi, isi)


def _kantor_teratas(isi):
    """The pengelola of a pemda, set up as an installation begins."""
    nama = _nama_pengelola(isi["kode"])
    identitas = _identitas(nama)
    pengelola, _ = organisasi.pasang_kantor(pengguna=nama, sandi=SANDI, tambah=True, **_tercantum(isi))
    return organisasi.ubah_pegawai(pegawai=pengelola, orang=pengelola, **identitas)


def _kantor_bawahan(isi, sandi):
    """The pengelola of an office that the one of its pemda adds."""
    atasan = Pegawai.objects.get(username=_nama_pengelola(isi["induk"]))
    instansi = organisasi.tambah_instansi(pegawai=atasan, induk=atasan.instansi, **_tercantum(isi))
    return _pegawai(instansi, _nama_pengelola(isi["kode"]), "Pengelola", sandi, pengelola=True)


def _nama_pengelola(kode) -> str:
    return f"pengelola-{kode}"


def _tercantum(isi):
    daftar = ("kode", "nama", "jenis", "kop", "tempat", "zona_waktu")
    return {nama: isi[nama] for nama in daftar if nama in isi}


def _pegawai(instansi, username, nama, sandi, **isian):
    """A person; all share one hash, since making one is slow on purpose."""
    isian |= _identitas(username)
    return Pegawai.objects.create(instansi=instansi, username=username, nama=nama, password=sandi, **isian)


def _identitas(username):
    """The NIP and addresses of the next person.

    The mail address ends in a name that no network has (RFC 2606); no telephone number begins with 0800 000.
    """
    urut = Pegawai.objects.count() + 1
    return {
        "nip": f"{urut:018d}",
        "surel": f"{username}@contoh.invalid",
        "telepon": f"0800000{urut:05d}",
    }


def _pejabat(pengelola, instansi, urutan, isi, sandi):
    """A post and who holds it; the first post of an office heads it."""
    orang = _pegawai(instansi, isi["username"], isi["pegawai"], sandi, pangkat=isi.get("pangkat", ""))
    unit = UnitKerja.objects.get(instansi=instansi, nama=isi["unit"]) if "unit" in isi else None
    jabatan = organisasi.tambah_jabatan(
        pegawai=pengelola,
        instansi=instansi,
        nama=isi["nama"],
        jenis=isi.get("jenis", Jabatan.Jenis.STRUKTURAL),
        unit=unit,
        urutan=urutan,
        atasan=Jabatan.objects.filter(instansi=instansi, atasan=None).first(),
    )
    organisasi.tugaskan(pegawai=pengelola, jabatan=jabatan, orang=orang, jenis="definitif", dari=SEJAK)


def _tim(pengelola, instansi, isi):
    tim = organisasi.bentuk_tim(pegawai=pengelola, instansi=instansi, nama=isi["nama"], tahun=2025)
    for username in isi["anggota"]:
        organisasi.tambah_anggota(
            pegawai=pengelola, tim=tim, orang=Pegawai.objects.get(username=username), dari=SEJAK
        )


def _sop(pengelola, instansi, isi):
    teks = (AKAR / "sop" / f"{isi['sop']}.toml").read_text(encoding="utf-8")
    sop = pasang_sop(pegawai=pengelola, instansi=instansi, isi=baca(teks))
    for nama, daftar_pemegang in isi["peran"].items():
        for pemegang in daftar_pemegang:
            ikat_peran(pegawai=pengelola, sop=sop, nama=nama, **_pemegang(instansi, pemegang))


def _pemegang(instansi, tertulis):
    """Who stands behind a role: "tim:Nama Tim" of the office, or the post of the person with this user name."""
    if tertulis.startswith("tim:"):
        return {"tim": Tim.objects.get(instansi=instansi, nama=tertulis.removeprefix("tim:"))}
    return {"jabatan": Jabatan.objects.get(daftar_penugasan__pegawai__username=tertulis)}


def _buku(pengelola, instansi, isi):
    """Targets and budget of the published workbook, through the same door as any; the units fill in the rest."""
    buku = sebelum_diisi(isi_buku(isi["buku"]), isi["penanggung_jawab"])
    terima_buku(pegawai=pengelola, instansi=instansi, isi=buku, asal=isi["buku"])
    bagi_anggaran(instansi, buku.lembar.tahun, isi["penanggung_jawab"])
