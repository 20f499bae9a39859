"""Reading letters: who may see which, the agenda book, and the facts that a letter is composed from."""

from django.db.models import Exists, OuterRef, Q

from lapkin.dokumen.blok import Dokumen
from lapkin.organisasi.models import Instansi, Jabatan, Penugasan
from lapkin.organisasi.queries import instansi_pegawai, penugasan_berlaku

from .bentuk.daftar import BENTUK
from .bentuk.dasar import Konteks, Pejabat, konteks_dari_nilai
from .kode import berkode
from .models import Agenda, Naskah, Paraf, TandaTangan


def naskah_untuk(pegawai):
    """The letters an officer may see: those of the own instansi, drafts included."""
    daftar = Naskah.objects.filter(instansi__in=instansi_pegawai(pegawai)).defer("konteks")  # has the emblem
    return beserta_paraf(daftar).select_related(
        "instansi", "penanda_tangan", "pembuat", "agenda", "pelaksanaan", "konsep", "sah", "bernomor"
    )


def beserta_paraf(daftar):
    """Letters that know whether their draft bears a paraf (`Naskah.keadaan`)."""
    return daftar.annotate(diparaf=Exists(Paraf.objects.filter(berkas_dibaca=OuterRef("konsep"))))


def cari_naskah(pegawai, *, bentuk="", teks="", tahun=None):
    """Letters by form, year and words in their subject, number or code."""
    daftar = naskah_untuk(pegawai)
    if bentuk:
        daftar = daftar.filter(bentuk=bentuk)
    if tahun:
        daftar = daftar.filter(tanggal__year=tahun)
    for kata in teks.split():
        daftar = daftar.filter(
            Q(hal__icontains=kata) | Q(agenda__nomor__icontains=kata) | Q(kode__icontains=kata)
        )
    return daftar


def agenda_untuk(pegawai, *, buku, tahun):
    """The agenda book: every number taken in one book and year, the newest first."""
    return (
        Agenda.objects.filter(
            register__instansi__in=instansi_pegawai(pegawai), register__buku=buku, register__tahun=tahun
        )
        .select_related("register", "naskah", "naskah__penanda_tangan", "diambil_oleh")
        .defer("naskah__konteks")
        .order_by("-diambil_pada", "-pk")
    )


def kunci_naskah(naskah) -> Naskah:
    """The letter read anew with its row locked until the end of the transaction."""
    return (
        Naskah.objects.select_for_update(of=("self",))
        .select_related("instansi", "pelaksanaan", "penanda_tangan")
        .get(pk=naskah.pk)
    )


def belum_tercetak():
    """Letters whose number is taken but not yet on paper: the work of `lanjutkan_naskah`."""
    return Naskah.objects.filter(agenda__isnull=False, bernomor=None).select_related("instansi", "agenda")


def paraf_atas(berkas):
    """The initials on one frozen file; those on an earlier version don't count for it."""
    return Paraf.objects.filter(berkas_dibaca=berkas).select_related("pegawai")


def tanda_tangan_atas(berkas):
    """The signatures on one frozen file."""
    return TandaTangan.objects.filter(berkas_dibaca=berkas).select_related("pegawai", "berkas_hasil")


def menandatangani(pegawai, naskah) -> str:
    """As what an officer may sign a letter today ("Plt. Kepala Dinas"); empty when it isn't his to sign."""
    penugasan = penugasan_berlaku().filter(pegawai=pegawai, jabatan=naskah.penanda_tangan_id).first()
    return penugasan.sebutan if penugasan else ""


def pilihan_penanda_tangan(pegawai):
    """The posts that may sign a letter of the officer's instansi: its own and those of the instansi above."""
    sendiri = Instansi.objects.filter(pk__in=instansi_pegawai(pegawai))
    atas = Instansi.objects.filter(daftar_bawahan__in=sendiri)
    pilihan = Jabatan.objects.filter(Q(instansi__in=sendiri) | Q(instansi__in=atas))
    return pilihan.exclude(jenis=Jabatan.Jenis.PELAKSANA).select_related("instansi")


def pejabat_jabatan(jabatan, *, pegawai=None) -> Pejabat:
    """Who signs for a post today: `pegawai` if he holds it, else its holder; else the post alone."""
    daftar = penugasan_berlaku().filter(jabatan=jabatan)
    penugasan = daftar.filter(pegawai=pegawai).first() or daftar.first()
    return _pejabat(penugasan) if penugasan else Pejabat(jabatan=(jabatan.nama,))


def pejabat_pegawai(pegawai) -> Pejabat:
    """An officer as maker of a paper, in the first of his posts."""
    penugasan = penugasan_berlaku().filter(pegawai=pegawai).first()
    return _pejabat(penugasan) if penugasan else _orang(pegawai, ("Pembuat",))


def _pejabat(penugasan) -> Pejabat:
    baris = [penugasan.sebutan]
    if penugasan.jenis in (Penugasan.Jenis.PLT, Penugasan.Jenis.PLH):
        asal = penugasan_berlaku().filter(pegawai=penugasan.pegawai, jenis=Penugasan.Jenis.DEFINITIF).first()
        baris += [asal.jabatan.nama] if asal else []
    return _orang(penugasan.pegawai, tuple(baris), polos=_pimpinan_daerah_sementara(penugasan))


def _pimpinan_daerah_sementara(penugasan) -> bool:
    """Pj., Plt., Plh. at the top of a pemda sign without titles, NIP, rank (Permendagri 1/2023 Pasal 44)."""
    jabatan = penugasan.jabatan
    puncak = jabatan.instansi.jenis == Instansi.Jenis.PEMDA and jabatan.unit_id is None
    return puncak and penugasan.jenis != Penugasan.Jenis.DEFINITIF


def _orang(pegawai, baris_jabatan, *, polos=False) -> Pejabat:
    if polos:
        return Pejabat(jabatan=baris_jabatan, nama=pegawai.nama, nama_bergelar=pegawai.nama)
    return Pejabat(
        jabatan=baris_jabatan,
        nama=pegawai.nama,
        nama_bergelar=pegawai.nama_bergelar,
        pangkat=", ".join(bagian for bagian in (pegawai.pangkat, pegawai.golongan) if bagian),
        nip=pegawai.nip or "",
    )


def dokumen_naskah(naskah) -> tuple[Dokumen, str]:
    """The letter as it stands, from its frozen fields and facts, and the code printed on it."""
    return dokumen_dari(naskah.bentuk, naskah.isi, konteks_dari_nilai(naskah.konteks))


def dokumen_dari(bentuk: str, isi: dict, konteks: Konteks) -> tuple[Dokumen, str]:
    """A letter composed from its fields and facts, and the code printed on it."""
    return berkode(BENTUK[bentuk].susun(isi, konteks), asal=konteks.asal)


def tujuan_naskah(naskah) -> str:
    """To whom a letter goes, in one line; empty for a form without addressee."""
    tujuan = naskah.isi.get("tujuan") or naskah.isi.get("kepada") or ""
    if isinstance(tujuan, str):
        return tujuan or ", ".join(satu["kepada"] for satu in naskah.isi.get("diteruskan", ()))
    return ", ".join(tujuan)
