"""The engine: starting a run, finishing a task, sending work back, closing a collection.

Every act locks its Pelaksanaan row first: two officers closing the last two tasks of a phase at one moment would else
each see the other's task still open, and nobody would open the next (measured, doc/arsitektur.md rule 10).
Closing a task is one UPDATE on `status = terbuka`: a second click finds nothing.
"""

import hashlib

from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from lapkin.jejak.actions import beri_tahu, catat
from lapkin.jejak.ditolak import Ditolak
from lapkin.organisasi.models import AnggotaTim
from lapkin.organisasi.queries import anggota, jabatan_dipegang, penugasan_berlaku, penugasan_pegawai

from .bagan import Langkah
from .models import Kelengkapan, Output, Pelaksanaan, Peran, RevisiSop, Sop, Tugas
from .queries import ikatan, kelengkapan_kurang, peran_belum_terikat, tenggat_langkah
from .sop import ke_json


@transaction.atomic
def pasang_sop(*, pegawai, instansi, isi):
    """Put an SOP value in force for an office; the same text again changes nothing, another text is a new revision."""
    sop, _ = Sop.objects.get_or_create(
        instansi=instansi, kode=isi.kode, defaults={"judul": isi.identitas.judul_baku}
    )
    teks = ke_json(isi)
    berlaku = sop.daftar_revisi.filter(status=RevisiSop.Status.BERLAKU).first()
    if berlaku and berlaku.isi == teks:
        return sop
    sop.daftar_revisi.filter(status=RevisiSop.Status.BERLAKU).update(status=RevisiSop.Status.DICABUT)
    urutan = sop.daftar_revisi.count() + 1
    sop.daftar_revisi.create(
        urutan=urutan, isi=teks, status=RevisiSop.Status.BERLAKU, berlaku_pada=timezone.now()
    )
    catat(
        rantai=instansi.kunci,
        pegawai=pegawai,
        jenis="sop.berlaku",
        objek=f"sop:{sop.pk}",
        uraian=f"SOP “{sop}” revisi {urutan} berlaku.",
        data={"sidik": hashlib.sha256(teks.encode()).hexdigest()},
    )
    return sop


@transaction.atomic
def ikat_peran(*, pegawai, sop, nama, jabatan=None, tim=None):
    """Bind a role of an SOP to a post or a team of the office (several where a step is opened per unit)."""
    peran, baru = Peran.objects.get_or_create(sop=sop, nama=nama, jabatan=jabatan, tim=tim)
    if baru:
        catat(
            rantai=sop.instansi.kunci,
            pegawai=pegawai,
            jenis="peran.diikat",
            objek=f"sop:{sop.pk}",
            uraian=f"Peran “{nama}” pada SOP “{sop}” dipegang {jabatan or tim}.",
        )
    return peran


@transaction.atomic
def lepas_peran(*, pegawai, peran):
    """Take a post or team off a role; running tasks stay where they are."""
    catat(
        rantai=peran.sop.instansi.kunci,
        pegawai=pegawai,
        jenis="peran.dilepas",
        objek=f"sop:{peran.sop_id}",
        uraian=f"Peran “{peran.nama}” pada SOP “{peran.sop}” tidak lagi dipegang {peran.jabatan or peran.tim}.",
    )
    peran.delete()


@transaction.atomic
def mulai(*, pegawai, sop, tahun, judul=""):
    """Start a run of the revision in force for one reporting year and open its first task.

    Raises Ditolak when the officer may not, no revision is in force, a role is bound to nobody, or one runs already.
    """
    revisi = sop.daftar_revisi.filter(status=RevisiSop.Status.BERLAKU).first()
    if revisi is None:
        raise Ditolak(f"SOP “{sop}” belum mempunyai revisi yang berlaku.")
    isi = revisi.dibaca()
    _pastikan_boleh_memulai(pegawai, sop, isi)
    if kosong := peran_belum_terikat(sop, isi):
        raise Ditolak(
            f"Peran berikut belum diikat pada jabatan atau tim: {', '.join(kosong)}. "
            "Minta pengelola melengkapinya di halaman SOP."
        )
    pelaksanaan = _buat_pelaksanaan(pegawai, sop, revisi, isi, tahun, judul)
    daftar_tugas = _buka_langkah(pelaksanaan, isi.pertama(), putaran=1)
    _catat(pelaksanaan, pegawai, "pelaksanaan.dimulai", f"{pelaksanaan.judul} dimulai.", dibuka=daftar_tugas)
    return pelaksanaan


@transaction.atomic
def buka(*, pegawai, tugas):
    """Note that the officer has seen the task for the first time ("dibuka oleh"); later openings change nothing."""
    pelaksanaan = kunci(tugas)
    sebagai = pastikan_giliran(pegawai, tugas)
    dibuka = (
        Tugas.objects.terbuka()
        .filter(pk=tugas.pk, dilihat_pada=None)
        .update(dilihat_pada=timezone.now(), dilihat_oleh=pegawai)
    )
    if dibuka:
        _catat(pelaksanaan, pegawai, "tugas.dibuka", f"{sebagai} membuka tugas.", tugas=tugas, sebagai=sebagai)


@transaction.atomic
def lengkapi(*, pegawai, tugas, nama, berkas=None, alasan=""):
    """Give one kelengkapan its file, or state why it is missing; giving it again replaces the earlier answer."""
    pelaksanaan = kunci(tugas)
    sebagai = pastikan_giliran(pegawai, tugas)
    alasan = alasan.strip()
    if nama not in [butir.nama for butir in _langkah(tugas).kelengkapan]:
        raise Ditolak(f"SOP tidak menyebut kelengkapan “{nama}” pada langkah ini.")
    if (berkas is None) == (not alasan):
        raise Ditolak("Unggah berkas kelengkapan, atau tuliskan alasan mengapa tidak ada (salah satu saja).")
    Kelengkapan.objects.update_or_create(
        tugas=tugas,
        nama=nama,
        defaults={
            "berkas": berkas,
            "alasan": alasan,
            "diisi_oleh": pegawai,
            "diisi_pada": timezone.now(),
        },
    )
    uraian = f"Kelengkapan “{nama}” " + ("diunggah." if berkas else f"tidak ada: {alasan}")
    _catat(
        pelaksanaan, pegawai, "kelengkapan.diisi", uraian, tugas=tugas, sebagai=sebagai, berkas=_sidik(berkas)
    )


@transaction.atomic
def selesaikan(*, pegawai, tugas, output=(), catatan=""):
    """Finish a task with the papers it made, a sequence of (name as printed, Berkas); open what comes next.

    Raises Ditolak when it is not (or no longer) the officer's turn, a kelengkapan is missing, or the step's outputs
    do not exist yet.
    """
    pelaksanaan = kunci(tugas)
    sebagai = pastikan_giliran(pegawai, tugas)
    if kurang := kelengkapan_kurang(tugas):
        raise Ditolak(
            "Kelengkapan belum lengkap: "
            + "; ".join(kurang)
            + ". Unggah berkasnya atau tuliskan alasan mengapa tidak ada."
        )
    _tutup(tugas, Tugas.Status.SELESAI, pegawai, sebagai, catatan)
    _simpan_output(tugas, output)
    dibuka = _lanjutkan(pelaksanaan, tugas)
    _catat(
        pelaksanaan,
        pegawai,
        "tugas.selesai",
        f"{sebagai} menyelesaikan: {_langkah(tugas).kegiatan}",
        tugas=tugas,
        sebagai=sebagai,
        catatan=catatan,
        output=[[nama, _sidik(berkas)] for nama, berkas in output],
        dibuka=dibuka,
    )
    return dibuka


@transaction.atomic
def kembalikan(*, pegawai, tugas, tujuan, catatan, daftar_jabatan=None):
    """Send the work back to a step the SOP allows (`tujuan`, a kode), with a note; a new round begins there.

    For a step that was opened per unit, `daftar_jabatan` (ids) limits the new round to those units.
    """
    pelaksanaan = kunci(tugas)
    sebagai = pastikan_giliran(pegawai, tugas)
    catatan = catatan.strip()
    if not catatan:
        raise Ditolak("Pengembalian harus disertai catatan: tuliskan apa yang perlu diperbaiki.")
    if tujuan not in [langkah.kode for langkah in tujuan_kembali(tugas)]:
        raise Ditolak("SOP tidak mengizinkan langkah ini mengembalikan pekerjaan ke sana.")
    _tutup(tugas, Tugas.Status.DIKEMBALIKAN, pegawai, sebagai, catatan)
    _batalkan_yang_terbuka(pelaksanaan)
    langkah = pelaksanaan.revisi.dibaca().cari(tujuan)
    putaran = _putaran_terakhir(pelaksanaan, tujuan) + 1
    dibuka = _buka_langkah(pelaksanaan, langkah, putaran, pesan=catatan, daftar_jabatan=daftar_jabatan)
    _catat(
        pelaksanaan,
        pegawai,
        "tugas.dikembalikan",
        f"{sebagai} mengembalikan ke “{langkah.kegiatan}”: {catatan}",
        tugas=tugas,
        sebagai=sebagai,
        tujuan=tujuan,
        putaran=putaran,
        dibuka=dibuka,
    )
    return dibuka


@transaction.atomic
def kembalikan_unit(*, pegawai, tugas, tugas_unit, catatan):
    """The collector sends one unit's work back to it while the collection is still open."""
    pelaksanaan = kunci(tugas)
    sebagai = pastikan_giliran(pegawai, tugas)
    catatan = catatan.strip()
    if not tugas.penghimpun or not _satu_pengumpulan(tugas, tugas_unit):
        raise Ditolak("Isian unit ini tidak dapat dikembalikan dari tugas Anda.")
    if not catatan:
        raise Ditolak("Pengembalian harus disertai catatan: tuliskan apa yang perlu diperbaiki.")
    diubah = Tugas.objects.filter(pk=tugas_unit.pk, status=Tugas.Status.SELESAI).update(
        status=Tugas.Status.DIKEMBALIKAN, catatan=catatan
    )
    if not diubah:
        raise Ditolak("Isian unit ini belum masuk atau sudah dikembalikan.")
    langkah = _langkah(tugas)
    putaran = _putaran_terakhir(pelaksanaan, langkah.kode) + 1
    tahap = next(tahap for tahap in langkah.tahapan() if tahap.nomor == tugas.tahap)
    dibuka = _buka_tugas(
        pelaksanaan,
        langkah,
        tahap,
        putaran,
        [(tugas_unit.peran, tugas_unit.jabatan, tugas_unit.tim)],
        pesan=catatan,
        per_unit=True,
    )
    _catat(
        pelaksanaan,
        pegawai,
        "unit.dikembalikan",
        f"{sebagai} mengembalikan isian {tugas_unit.unit or tugas_unit.jabatan}: {catatan}",
        tugas=tugas_unit,
        sebagai=sebagai,
        dibuka=dibuka,
    )
    return dibuka


@transaction.atomic
def tutup_pengumpulan(*, pegawai, tugas, catatan, output=()):
    """The collector closes the collection though units are missing; the gaps are named in the trail."""
    pelaksanaan = kunci(tugas)
    sebagai = pastikan_giliran(pegawai, tugas)
    catatan = catatan.strip()
    if not tugas.penghimpun:
        raise Ditolak("Hanya penghimpun yang dapat menutup pengumpulan.")
    if not catatan:
        raise Ditolak("Sebutkan alasan menutup pengumpulan sebelum semua unit masuk.")
    belum = list(_tugas_unit_terbuka(tugas).select_related("unit", "jabatan", "instansi"))
    nama_belum = [str(t.unit or t.jabatan or t.tim) for t in belum]
    _tugas_unit_terbuka(tugas).update(
        status=Tugas.Status.DITUTUP,
        catatan=f"Tidak masuk sampai pengumpulan ditutup: {catatan}",
        ditutup_pada=timezone.now(),
        pelaku=pegawai,
        sebagai=sebagai,
    )
    _tutup(tugas, Tugas.Status.SELESAI, pegawai, sebagai, catatan)
    _simpan_output(tugas, output)
    dibuka = _lanjutkan(pelaksanaan, tugas)
    _catat(
        pelaksanaan,
        pegawai,
        "pengumpulan.ditutup",
        f"{sebagai} menutup pengumpulan tanpa: {', '.join(nama_belum) or 'tidak ada yang kurang'}. {catatan}",
        tugas=tugas,
        sebagai=sebagai,
        belum=nama_belum,
        dibuka=dibuka,
    )
    return dibuka


def kunci(tugas) -> Pelaksanaan:
    """Lock the run of a task, the first of all locks, and make sure that it still runs."""
    pelaksanaan = (
        Pelaksanaan.objects.select_for_update(of=("self",))
        .select_related("revisi", "instansi", "sop")
        .get(pk=tugas.pelaksanaan_id)
    )
    if pelaksanaan.status != Pelaksanaan.Status.BERJALAN:
        raise Ditolak("Pekerjaan ini sudah selesai atau dibatalkan.")
    return pelaksanaan


def pastikan_giliran(pegawai, tugas) -> str:
    """The post in which the officer does this task today; raises Ditolak when it is not his turn (any more)."""
    if tugas.jabatan_id:
        if penugasan := penugasan_pegawai(pegawai, tugas.jabatan_id):
            return penugasan.sebutan
        raise Ditolak(f"Tugas ini milik {tugas.jabatan}; hari ini Anda tidak memegang jabatan itu.")
    if anggota(tugas.tim_id).filter(pk=pegawai.pk).exists():
        return str(tugas.tim)
    raise Ditolak(f"Tugas ini milik {tugas.tim}; Anda bukan anggotanya.")


def tujuan_kembali(tugas) -> list[Langkah]:
    """Where this task may send the work back: the steps the SOP allows, and its own step's first maker."""
    langkah = _langkah(tugas)
    daftar = list(tugas.pelaksanaan.revisi.dibaca().pengembalian(tugas.langkah))
    pertama = langkah.tahapan()[0]
    if tugas.tahap > pertama.nomor and tugas.peran not in pertama.daftar_peran:
        daftar.insert(0, langkah)
    return [] if tugas.penghimpun or tugas.per_unit else daftar


def _pastikan_boleh_memulai(pegawai, sop, isi):
    pertama = isi.pertama().tahapan()[0].daftar_peran
    jabatan = {p.jabatan_id for nama in pertama for p in ikatan(sop, nama)}
    pelaku_pertama = jabatan_dipegang(pegawai).filter(pk__in=jabatan - {None}).exists()
    if not pelaku_pertama and not (pegawai.pengelola and pegawai.instansi_id == sop.instansi_id):
        raise Ditolak("Pekerjaan dimulai oleh pelaksana langkah pertama SOP atau oleh pengelola.")


def _buat_pelaksanaan(pegawai, sop, revisi, isi, tahun, judul):
    try:
        with transaction.atomic():
            return Pelaksanaan.objects.create(
                instansi=sop.instansi,
                sop=sop,
                revisi=revisi,
                tahun=tahun,
                judul=judul or f"{isi.laporan} {tahun} {sop.instansi}",
                pembuat=pegawai,
            )
    except IntegrityError as salah:
        raise Ditolak(f"SOP “{sop}” sedang dijalankan untuk tahun {tahun}.") from salah


def _langkah(tugas) -> Langkah:
    return tugas.pelaksanaan.revisi.dibaca().cari(tugas.langkah)


def _tutup(tugas, status, pegawai, sebagai, catatan):
    ditutup = (
        Tugas.objects.terbuka()
        .filter(pk=tugas.pk)
        .update(status=status, catatan=catatan, ditutup_pada=timezone.now(), pelaku=pegawai, sebagai=sebagai)
    )
    if not ditutup:
        raise Ditolak("Tugas ini sudah ditutup.")


def _simpan_output(tugas, output):
    Output.objects.bulk_create(
        Output(
            pelaksanaan_id=tugas.pelaksanaan_id,
            tugas=tugas,
            langkah=tugas.langkah,
            putaran=tugas.putaran,
            nama=nama,
            berkas=berkas,
        )
        for nama, berkas in output
    )


def _tugas_unit_terbuka(tugas):
    return Tugas.objects.terbuka().filter(
        pelaksanaan=tugas.pelaksanaan_id, langkah=tugas.langkah, tahap=tugas.tahap, per_unit=True
    )


def _satu_pengumpulan(penghimpun, tugas_unit):
    return tugas_unit.per_unit and (
        (penghimpun.pelaksanaan_id, penghimpun.langkah, penghimpun.tahap)
        == (tugas_unit.pelaksanaan_id, tugas_unit.langkah, tugas_unit.tahap)
    )


def _lanjutkan(pelaksanaan, tugas):
    """Open what comes after a closed task: nothing yet, the next phase, the next step, or the end of the run."""
    terbuka = Tugas.objects.terbuka().filter(
        pelaksanaan=pelaksanaan, langkah=tugas.langkah, tahap=tugas.tahap
    )
    if terbuka.filter(penghimpun=False).exists():
        return []
    terbuka.filter(penghimpun=True).update(
        status=Tugas.Status.SELESAI, ditutup_pada=timezone.now(), catatan="Semua unit sudah masuk."
    )
    isi = pelaksanaan.revisi.dibaca()
    if tahap := isi.tahap_sesudah(tugas.langkah, tugas.tahap):
        return _buka_tahap(pelaksanaan, isi.cari(tugas.langkah), tahap, tugas.putaran)
    _pastikan_output(pelaksanaan, isi.cari(tugas.langkah), tugas)
    if langkah := isi.sesudah(tugas.langkah):
        return _buka_langkah(pelaksanaan, langkah, _putaran_terakhir(pelaksanaan, langkah.kode) + 1)
    _selesaikan_pelaksanaan(pelaksanaan)
    return []


def _pastikan_output(pelaksanaan, langkah, tugas):
    """A step can't be finished before its outputs exist (of this round; of any round where units collect)."""
    ada = Output.objects.filter(pelaksanaan=pelaksanaan, langkah=langkah.kode)
    if not langkah.tiap:
        ada = ada.filter(putaran=tugas.putaran)
    nama_ada = set(ada.values_list("nama", flat=True))
    if kurang := [output.nama for output in langkah.output if output.nama not in nama_ada]:
        raise Ditolak(f"Langkah ini belum menghasilkan: {', '.join(kurang)}.")


def _selesaikan_pelaksanaan(pelaksanaan):
    Pelaksanaan.objects.filter(pk=pelaksanaan.pk).update(
        status=Pelaksanaan.Status.SELESAI, selesai_pada=timezone.now()
    )


def _batalkan_yang_terbuka(pelaksanaan):
    Tugas.objects.terbuka().filter(pelaksanaan=pelaksanaan).update(
        status=Tugas.Status.DIBATALKAN, ditutup_pada=timezone.now()
    )


def _putaran_terakhir(pelaksanaan, kode):
    terakhir = (
        Tugas.objects.filter(pelaksanaan=pelaksanaan, langkah=kode)
        .order_by("-putaran")
        .values_list("putaran", flat=True)
        .first()
    )
    return terakhir or 0


def _buka_langkah(pelaksanaan, langkah, putaran, *, pesan="", daftar_jabatan=None):
    return _buka_tahap(
        pelaksanaan, langkah, langkah.tahapan()[0], putaran, pesan=pesan, daftar_jabatan=daftar_jabatan
    )


def _buka_tahap(pelaksanaan, langkah, tahap, putaran, *, pesan="", daftar_jabatan=None):
    pelaku = _pelaku_tahap(pelaksanaan, tahap.daftar_peran)
    if tahap.pengumpulan and daftar_jabatan:
        pelaku = [(peran, jabatan, tim) for peran, jabatan, tim in pelaku if jabatan and jabatan.pk in daftar_jabatan]
    if not pelaku:
        raise Ditolak(f"Belum ada jabatan atau tim untuk peran {', '.join(tahap.daftar_peran)}.")
    buka_tugas = _buka_tugas(
        pelaksanaan, langkah, tahap, putaran, pelaku, pesan=pesan, per_unit=tahap.pengumpulan
    )
    if tahap.pengumpulan and langkah.penghimpun:
        penghimpun = _pelaku_tahap(pelaksanaan, (langkah.penghimpun,))
        buka_tugas += _buka_tugas(
            pelaksanaan, langkah, tahap, putaran, penghimpun, pesan=pesan, penghimpun=True
        )
    return buka_tugas


def _pelaku_tahap(pelaksanaan, daftar_peran):
    """(role, post, team) for everyone bound to the roles; a post that stands behind two roles works once."""
    pelaku = {}
    for peran in daftar_peran:
        for baris in ikatan(pelaksanaan.sop_id, peran):
            pelaku.setdefault((baris.jabatan_id, baris.tim_id), (peran, baris.jabatan, baris.tim))
    return list(pelaku.values())


def _buka_tugas(pelaksanaan, langkah, tahap, putaran, pelaku, *, pesan="", per_unit=False, penghimpun=False):
    sekarang = timezone.now()
    menit, tenggat = tenggat_langkah(pelaksanaan, langkah, putaran, sekarang)
    urutan = pelaksanaan.revisi.dibaca().langkah.index(langkah)
    daftar_tugas = Tugas.objects.bulk_create(
        Tugas(
            pelaksanaan=pelaksanaan,
            langkah=langkah.kode,
            urutan=urutan,
            putaran=putaran,
            tahap=tahap.nomor,
            jenis=tahap.jenis,
            naskah=tahap.naskah,
            peran=peran,
            jabatan=jabatan,
            tim=tim,
            unit=jabatan.unit if jabatan else None,
            instansi=(jabatan or tim).instansi,
            per_unit=per_unit,
            penghimpun=penghimpun,
            pesan=pesan,
            menit_standar=menit,
            dibuka_pada=sekarang,
            tenggat=tenggat,
        )
        for peran, jabatan, tim in pelaku
    )
    _beri_tahu_giliran(langkah, daftar_tugas)
    return daftar_tugas


def _beri_tahu_giliran(langkah, daftar_tugas):
    """One notice to everyone whose turn it now is, in two queries however many units there are."""
    per_jabatan = {t.jabatan_id: t for t in daftar_tugas if t.jabatan_id}
    per_tim = {t.tim_id: t for t in daftar_tugas if t.tim_id}
    penerima = [
        (per_jabatan[p.jabatan_id], p.pegawai)
        for p in penugasan_berlaku().filter(jabatan__in=per_jabatan)
    ]
    if per_tim:
        keanggotaan = AnggotaTim.objects.filter(tim__in=per_tim, sampai=None).select_related("pegawai")
        penerima += [(per_tim[a.tim_id], a.pegawai) for a in keanggotaan]
    teks = f"Giliran Anda: {langkah.kegiatan}"
    beri_tahu([(pegawai, teks, reverse("tugas", args=[tugas.pk])) for tugas, pegawai in penerima])


def _sidik(berkas):
    return berkas.sha256 if berkas else ""


def _catat(pelaksanaan, pegawai, jenis, uraian, *, tugas=None, sebagai="", dibuka=(), **data):
    catat(
        rantai=pelaksanaan.instansi.kunci,
        pegawai=pegawai,
        sebagai=sebagai,
        jenis=jenis,
        objek=pelaksanaan.kunci,
        rujukan=tugas.kunci if tugas else "",
        uraian=uraian,
        data={
            **data,
            "dibuka": [
                {"langkah": t.langkah, "putaran": t.putaran, "tahap": t.tahap, "oleh": str(t.jabatan or t.tim)}
                for t in dibuka
            ],
        },
    )
