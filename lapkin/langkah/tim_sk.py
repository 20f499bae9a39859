"""The team that an SK forms: its members chosen from the officers, in force once the SK bears its number."""

from lapkin.alur.models import Peran
from lapkin.organisasi.actions import berlakukan_sk
from lapkin.organisasi.models import AnggotaTim, Pegawai
from lapkin.organisasi.queries import sebutan_pegawai

BENTUK_SK = "sk-tim"
KEDUDUKAN = {kata: kunci for kunci, kata in AnggotaTim.Kedudukan.choices}


def tim_kasus(tugas):
    """The team bound to a role of this case's SOP; None when the SOP has none."""
    peran = (
        Peran.objects.filter(sop=tugas.pelaksanaan.sop_id, tim__isnull=False).select_related("tim").first()
    )
    return peran.tim if peran else None


def calon_anggota(instansi):
    """The officers of an office who may sit in its team."""
    return Pegawai.objects.filter(instansi=instansi, is_active=True)


def nama_dalam_sk(pegawai) -> str:
    """An officer as the attachment of the SK names him: name and post."""
    return ", ".join(filter(None, (pegawai.nama, sebutan_pegawai(pegawai))))


def anggota_kini(tim):
    """The members of a team until further notice."""
    return tim.daftar_anggota.filter(sampai=None).select_related("pegawai")


def berlakukan_tim(*, pegawai, tugas, naskah, nomor_sk) -> str:
    """Put the members named in a numbered SK into the team; returns a sentence about names of no officers.

    The paper is the source: who stands in it is a member from today, who doesn't is none any more.
    """
    tim = tim_kasus(tugas) if naskah.bentuk == BENTUK_SK else None
    if tim is None:
        return ""
    susunan, luar = _susunan(naskah)
    berlakukan_sk(pegawai=pegawai, tim=tim, nomor_sk=nomor_sk, susunan=susunan)
    if not luar:
        return ""
    return f"Bukan pegawai terdaftar, jadi tidak menerima tugas tim: {'; '.join(luar)}."


def _susunan(naskah):
    """({officer: seat}, names that match no officer) of the SK's attachment."""
    menurut_nama = {}
    for orang in calon_anggota(naskah.instansi):
        menurut_nama.setdefault(nama_dalam_sk(orang), orang)
    susunan, luar = {}, []
    for baris in naskah.isi["susunan"]:
        if orang := menurut_nama.get(baris["nama"]):
            susunan[orang] = KEDUDUKAN.get(baris["kedudukan"], AnggotaTim.Kedudukan.ANGGOTA)
        else:
            luar.append(baris["nama"])
    return susunan, luar
