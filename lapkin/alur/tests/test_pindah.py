"""Moving running cases to another revision: where they land, why some stay, and that they go on to their end."""

import threading
from dataclasses import replace

import pytest
from django.db import connection

from lapkin.alur import actions
from lapkin.alur.models import Pelaksanaan, Tugas
from lapkin.alur.pindah import Nasib
from lapkin.alur.queries import daftar_rencana, langkah_tugas
from lapkin.conftest import buat_pegawai
from lapkin.jejak.ditolak import Ditolak
from lapkin.jejak.models import Pemberitahuan, Peristiwa
from lapkin.jejak.queries import periksa_rantai
from lapkin.organisasi.models import Jabatan
from lapkin.organisasi.queries import pemegang
from lapkin.sop.bagan import Jenis, Langkah, Output, Pekerjaan
from lapkin.sop.tests.benih import isi_sop

from .bantuan import kantor, kerjakan, mainkan, pelaku, terbuka

DASAR = isi_sop("dp3a-kalbar-lkjip")


def baris(kode, peran="Sekdin", **isian):
    """A new step: somebody checks something."""
    return Langkah(
        kode=kode,
        no="0",
        kegiatan=f"Langkah baru {kode}",
        pelaksana=(peran,),
        pekerjaan=(Pekerjaan(jenis=Jenis.RAPAT, oleh=(peran,)),),
        output=(Output(nama=f"Hasil {kode}"),),
        waktu_tercetak="1 Hari",
        **isian,
    )


def sisip(isi, sesudah, *baru):
    letak = [langkah.kode for langkah in isi.langkah].index(sesudah) + 1
    return replace(isi, langkah=(*isi.langkah[:letak], *baru, *isi.langkah[letak:]))


def ganti(isi, kode, *baru):
    """The SOP with one step replaced by others (or by none); what pointed to it now comes from outside."""
    isi = sisip(isi, kode, *baru)

    def lepas(langkah):
        return replace(
            langkah,
            kelengkapan=tuple(
                replace(butir, dari="luar") if butir.dari == kode else butir for butir in langkah.kelengkapan
            ),
            kembali_ke=tuple(tujuan for tujuan in langkah.kembali_ke if tujuan != kode),
        )

    return replace(isi, langkah=tuple(lepas(satu) for satu in isi.langkah if satu.kode != kode))


def ubah(isi, kode, **isian):
    return replace(isi, langkah=tuple(replace(s, **isian) if s.kode == kode else s for s in isi.langkah))


@pytest.fixture
def dp3a(db):
    """(pengelola, sop) of SOP 000 with two units."""
    _, pengelola, sop = kantor("dp3a-kalbar-lkjip")
    return pengelola, sop


@pytest.fixture
def kasus(dp3a):
    pengelola, sop = dp3a
    return actions.mulai(pegawai=pengelola, sop=sop, tahun=2025)


def revisi(kasus, isi):
    actions.pasang_sop(pegawai=kasus.pembuat, instansi=kasus.instansi, isi=isi)
    return kasus.sop.daftar_revisi.get(status="berlaku")


def pindah(kasus, isi):
    """Put a revision in force and move all cases to it; gives the plan of this one."""
    baru = revisi(kasus, isi)
    rencana = actions.pindahkan_kasus(pegawai=kasus.pembuat, sop=kasus.sop, revisi=baru)
    kasus.refresh_from_db()
    return dict(rencana)[kasus]


def rencana_kasus(kasus, baru):
    """What the preview says of one case."""
    return dict(daftar_rencana([kasus], baru))[kasus]


def selesai(kasus):
    """Play to the end; the kodes of the steps in their order."""
    urutan = list(dict.fromkeys(langkah for langkah, _, _ in mainkan(kasus)))
    kasus.refresh_from_db()
    assert kasus.status == Pelaksanaan.Status.SELESAI
    assert periksa_rantai(kasus.instansi.kunci) == []
    return urutan


def sesudah(kode):
    kerja = [langkah.kode for langkah in DASAR.daftar_langkah_kerja]
    return kerja[kerja.index(kode) + 1 :]


def test_a_case_moved_with_steps_added_removed_and_changed_goes_on_to_its_end(kasus):
    mainkan(kasus, sampai="analisis")
    tugas = terbuka(kasus).get()
    baru = sisip(ganti(DASAR, "format"), "analisis", baris("bahas"))
    hasil = pindah(kasus, ubah(baru, "koreksi", kegiatan="Mengoreksi dengan teliti"))
    assert (hasil.nasib, hasil.mendarat.kode) == (Nasib.TETAP, "analisis")
    assert terbuka(kasus).get() == tugas
    assert terbuka(kasus).get().urutan == tugas.urutan - 1
    assert selesai(kasus) == ["analisis", "bahas", *sesudah("analisis")]
    assert (
        kasus.daftar_tugas.get(langkah="koreksi")
        .pelaksanaan.dibaca()
        .cari("koreksi")
        .kegiatan.endswith("teliti")
    )


def test_the_task_of_a_step_that_is_gone_keeps_its_words(kasus):
    mainkan(kasus, sampai="analisis")
    pindah(kasus, ganti(DASAR, "format"))
    lama = Tugas.objects.get(pelaksanaan=kasus, langkah="format")
    assert langkah_tugas(lama) == DASAR.cari("format")


def test_a_present_step_that_was_split_lands_on_its_first_part(kasus):
    mainkan(kasus, sampai="analisis")
    hasil = pindah(kasus, ganti(DASAR, "analisis", baris("olah"), baris("telaah")))
    assert (hasil.nasib, hasil.mendarat.kode) == (Nasib.DIGANTI, "olah")
    assert kasus.daftar_tugas.get(langkah="analisis").status == Tugas.Status.DIBATALKAN
    assert Pemberitahuan.objects.filter(teks__contains="dibuka menggantikan").exists()
    assert selesai(kasus) == ["olah", "telaah", *sesudah("analisis")]


def test_the_officer_to_whom_the_open_task_was_handed_hears_of_the_move(kasus):
    mainkan(kasus, sampai="analisis")
    tugas = terbuka(kasus).get()
    rekan, _ = buat_pegawai(kasus.instansi, "rekan", "Ibu Rekan", jabatan="Analis")
    actions.alihkan(pegawai=pelaku(tugas), tugas=tugas, penerima=rekan, alasan="Dinas luar")
    pindah(kasus, ubah(DASAR, "koreksi", kegiatan="Lain"))
    pesan = Pemberitahuan.objects.filter(teks__contains="dipindahkan ke revisi")
    assert [satu.penerima for satu in pesan] == [rekan]


def test_a_present_step_that_is_gone_lands_on_what_follows(kasus):
    mainkan(kasus, sampai="koreksi")
    hasil = pindah(kasus, ganti(DASAR, "koreksi"))
    assert hasil.mendarat.kode == "ajukan"
    assert selesai(kasus) == ["ajukan", *sesudah("ajukan")]


def test_a_case_in_a_later_turn_of_its_step_stays_there(kasus):
    mainkan(kasus, sampai="surat-pengantar")
    kerjakan(terbuka(kasus).get())
    kedua = terbuka(kasus).get()
    hasil = pindah(kasus, ubah(DASAR, "surat-pengantar", kegiatan="Membuat surat pengantar baru"))
    assert hasil.nasib is Nasib.TETAP
    assert terbuka(kasus).get() == kedua
    assert selesai(kasus) == ["surat-pengantar", *sesudah("surat-pengantar")]


def test_a_step_whose_done_turns_changed_begins_again_in_a_new_round(kasus):
    mainkan(kasus, sampai="surat-pengantar")
    kerjakan(terbuka(kasus).get())
    lama = DASAR.cari("surat-pengantar")
    pekerjaan = (Pekerjaan(jenis=Jenis.RAPAT, oleh=("Kasubbag",)), *lama.pekerjaan)
    hasil = pindah(kasus, ubah(DASAR, "surat-pengantar", pekerjaan=pekerjaan))
    assert hasil.nasib is Nasib.DIULANG
    tugas = terbuka(kasus).get()
    assert (tugas.jenis, tugas.putaran, tugas.tahap) == ("rapat", 2, 1)
    assert selesai(kasus) == ["surat-pengantar", *sesudah("surat-pengantar")]


def test_a_step_whose_done_turn_should_have_made_a_new_paper_begins_again(kasus):
    mainkan(kasus, sampai="surat-pengantar")
    kerjakan(terbuka(kasus).get())
    lama = DASAR.cari("surat-pengantar")
    output = (*lama.output, Output(nama="Salinan surat", jenis=Jenis.SURAT))
    assert pindah(kasus, ubah(DASAR, "surat-pengantar", output=output)).nasib is Nasib.DIULANG
    assert selesai(kasus) == ["surat-pengantar", *sesudah("surat-pengantar")]


def test_a_case_in_a_return_round_goes_on_in_that_round(kasus):
    mainkan(kasus, sampai="koreksi")
    koreksi = terbuka(kasus).get()
    actions.kembalikan(pegawai=pelaku(koreksi), tugas=koreksi, tujuan="susun", catatan="Perbaiki Bab III.")
    hasil = pindah(kasus, sisip(DASAR, "susun", baris("baca-ulang")))
    assert hasil.nasib is Nasib.TETAP
    ulang = terbuka(kasus).get()
    assert (ulang.langkah, ulang.putaran, ulang.pesan) == ("susun", 2, "Perbaiki Bab III.")
    assert selesai(kasus) == ["susun", "baca-ulang", *sesudah("susun")]
    assert kasus.daftar_tugas.filter(langkah="koreksi").count() == 2
    assert kasus.daftar_tugas.get(langkah="baca-ulang").putaran == 1


def test_the_note_of_a_return_goes_along_when_its_step_gives_way(kasus):
    mainkan(kasus, sampai="koreksi")
    koreksi = terbuka(kasus).get()
    actions.kembalikan(pegawai=pelaku(koreksi), tugas=koreksi, tujuan="susun", catatan="Perbaiki Bab III.")
    bagian = replace(
        DASAR.cari("susun"), kode="susun-akhir", kegiatan="Menyusun dokumen akhir", kelengkapan=()
    )
    pindah(kasus, ganti(DASAR, "susun", bagian))
    assert (terbuka(kasus).get().langkah, terbuka(kasus).get().pesan) == ("susun-akhir", "Perbaiki Bab III.")
    assert selesai(kasus) == ["susun-akhir", *sesudah("susun")]


def test_a_running_collection_goes_on_while_it_is_collected_the_same_way(kasus):
    mainkan(kasus, sampai="himpun")
    kerjakan(terbuka(kasus, per_unit=True).first())
    assert pindah(kasus, ubah(DASAR, "himpun", waktu_tercetak="5 Hari")).nasib is Nasib.TETAP
    assert terbuka(kasus, per_unit=True).count() == 1
    assert selesai(kasus) == ["himpun", *sesudah("himpun")]


def test_a_collection_that_is_half_in_is_not_cut_off(kasus):
    mainkan(kasus, sampai="himpun")
    kerjakan(terbuka(kasus, per_unit=True).first())
    baru = revisi(kasus, ganti(DASAR, "himpun"))
    assert "sebagian unit sudah masuk" in rencana_kasus(kasus, baru).sebab
    with pytest.raises(Ditolak, match="Tidak ada pekerjaan yang dapat dipindahkan"):
        actions.pindahkan_kasus(pegawai=kasus.pembuat, sop=kasus.sop, revisi=baru)
    kasus.refresh_from_db()
    assert kasus.revisi != baru


def test_a_collection_that_nobody_has_answered_may_be_replaced(kasus):
    mainkan(kasus, sampai="himpun")
    assert pindah(kasus, ganti(DASAR, "himpun")).mendarat.kode == "analisis"
    assert selesai(kasus) == ["analisis", *sesudah("analisis")]


def test_a_case_whose_last_step_is_gone_stays(kasus):
    akhir = DASAR.daftar_langkah_kerja[-1].kode
    mainkan(kasus, sampai=akhir)
    baru = revisi(kasus, ganti(DASAR, akhir))
    assert "tidak ada langkah berikutnya" in rencana_kasus(kasus, baru).sebab


def test_a_case_stays_while_a_role_of_the_revision_is_bound_to_nobody(kasus):
    peran = (*DASAR.peran, replace(DASAR.peran[0], nama="Analis", kunci="analis"))
    baru = revisi(kasus, sisip(replace(DASAR, peran=peran), "susun", baris("telaah", "Analis")))
    assert rencana_kasus(kasus, baru).sebab == "Belum ada yang memegang peran: Analis."


def test_new_steps_before_the_landing_are_named_and_not_done(kasus):
    mainkan(kasus, sampai="analisis")
    hasil = pindah(kasus, sisip(DASAR, "perintah", baris("sosialisasi")))
    assert any("sosialisasi" in kalimat and "tidak dikerjakan" in kalimat for kalimat in hasil.catatan)
    assert "sosialisasi" not in selesai(kasus)


def test_a_case_stays_when_later_work_handles_a_paper_that_only_a_step_left_out_makes(kasus):
    mainkan(kasus, sampai="analisis")
    surat = replace(
        baris("surat-baru"),
        pekerjaan=(Pekerjaan(jenis=Jenis.SURAT, oleh=("Sekdin",), naskah="nota-dinas"),),
    )
    kirim = replace(
        baris("kirim-baru"),
        pekerjaan=(Pekerjaan(jenis=Jenis.KIRIM, oleh=("Sekdin",), naskah="nota-dinas"),),
    )
    baru = revisi(kasus, sisip(sisip(DASAR, "perintah", surat), "susun", kirim))
    assert "surat-baru" in rencana_kasus(kasus, baru).sebab


def test_all_movable_cases_move_in_one_act_with_one_event_each(dp3a):
    pengelola, sop = dp3a
    daftar = [actions.mulai(pegawai=pengelola, sop=sop, tahun=tahun) for tahun in (2023, 2024, 2025)]
    mainkan(daftar[0], sampai="himpun")
    kerjakan(terbuka(daftar[0], per_unit=True).first())
    mainkan(daftar[1], sampai="koreksi")
    baru = revisi(daftar[0], ganti(DASAR, "himpun"))
    rencana = actions.pindahkan_kasus(pegawai=pengelola, sop=sop, revisi=baru)
    assert [bool(satu.mendarat) for _, satu in rencana] == [False, True, True]
    peristiwa = Peristiwa.objects.filter(jenis="pelaksanaan.dipindahkan")
    assert list(peristiwa.values_list("objek", flat=True)) == [kasus.kunci for kasus in daftar[1:]]
    assert set(Pelaksanaan.objects.filter(revisi=baru)) == set(daftar[1:])


def test_running_cases_stay_on_their_revision_until_somebody_moves_them(kasus):
    mainkan(kasus, sampai="analisis")
    revisi(kasus, ganti(DASAR, "koreksi"))
    assert "koreksi" in selesai(kasus)


def test_only_the_penanggung_jawab_and_the_administrator_move_cases(kasus):
    baru = revisi(kasus, ubah(DASAR, "koreksi", kegiatan="Lain"))
    orang, _ = buat_pegawai(kasus.instansi, "lain", "Orang Lain", jabatan="Kepala Bidang Lain")
    with pytest.raises(Ditolak, match="penanggung jawab SOP ini atau pengelola"):
        actions.pindahkan_kasus(pegawai=orang, sop=kasus.sop, revisi=baru)
    kadis = pemegang(Jabatan.objects.get(instansi=kasus.instansi, nama="Kadis")).get()
    assert actions.pindahkan_kasus(pegawai=kadis, sop=kasus.sop, revisi=baru)


def test_cases_move_only_to_the_revision_in_force(kasus):
    lama = kasus.revisi
    revisi(kasus, ubah(DASAR, "koreksi", kegiatan="Lain"))
    with pytest.raises(Ditolak, match="sedang berlaku"):
        actions.pindahkan_kasus(pegawai=kasus.pembuat, sop=kasus.sop, revisi=lama)


def bersama(*daftar_kerja):
    """Run functions in threads that start at one moment; what they gave or refused."""
    gerbang, hasil = threading.Barrier(len(daftar_kerja)), []

    def jalan(kerja):
        try:
            gerbang.wait()
            kerja()
            hasil.append("berhasil")
        except Ditolak as ditolak:
            hasil.append(str(ditolak))
        finally:
            connection.close()

    utas = [threading.Thread(target=jalan, args=[kerja]) for kerja in daftar_kerja]
    for satu in utas:
        satu.start()
    for satu in utas:
        satu.join()
    return sorted(hasil)


@pytest.mark.postgresql
@pytest.mark.django_db(transaction=True)
def test_a_task_finished_while_its_case_is_moved_leaves_one_step_open():
    for putaran in range(5):
        _, pengelola, sop = kantor("dp3a-kalbar-lkjip", kode_instansi=f"kantor-{putaran}")
        kasus = actions.mulai(pegawai=pengelola, sop=sop, tahun=2025)
        mainkan(kasus, sampai="koreksi")
        tugas = terbuka(kasus).get()
        for butir in DASAR.cari("koreksi").kelengkapan:
            actions.lengkapi(pegawai=pelaku(tugas), tugas=tugas, nama=butir.nama, alasan="Tidak perlu.")
        baru = revisi(kasus, ganti(DASAR, "koreksi", baris("telaah")))
        hasil = bersama(
            lambda t=tugas: kerjakan(t),
            lambda k=kasus, b=baru: actions.pindahkan_kasus(pegawai=k.pembuat, sop=k.sop, revisi=b),
        )
        assert "berhasil" in hasil
        assert terbuka(kasus).count() == 1
        assert periksa_rantai(kasus.instansi.kunci) == []
        kasus.refresh_from_db()
        assert selesai(kasus)[-1] == DASAR.daftar_langkah_kerja[-1].kode
