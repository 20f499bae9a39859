"""An SOP that says more than Lapkin keeps comes into force by no way; one that says just as much runs to its end."""

from dataclasses import replace

import pytest
from django.utils import timezone

from lapkin.alur import actions
from lapkin.alur.models import Kelengkapan, LangkahTambahan, Output, Pelaksanaan, Peran, RevisiSop, Sop, Tugas
from lapkin.alur.views.isian_sop import FormIdentitas
from lapkin.conftest import buat_pegawai
from lapkin.jejak.ditolak import Ditolak
from lapkin.organisasi.models import Instansi, Jabatan
from lapkin.organisasi.queries import pemegang
from lapkin.sop import batas_isian
from lapkin.sop.bagan import Jenis, Langkah, Pekerjaan
from lapkin.sop.bagan import Kelengkapan as KelengkapanSop
from lapkin.sop.bagan import Output as OutputSop
from lapkin.sop.batas_isian import PANJANG_LANGKAH
from lapkin.sop.sop import Identitas, SopTidakSah, baca, ke_json
from lapkin.sop.sop import Peran as PeranSop
from lapkin.sop.sop import Sop as IsiSop
from lapkin.sop.sunting_peran import ubah_identitas
from lapkin.sop.tulis_toml import tulis_toml

from .bantuan import kerjakan, terbuka
from .bantuan_revisi import pindaian, siap_disahkan

pytestmark = pytest.mark.django_db

PANJANG = {
    "kode": 80,
    "laporan": 40,
    "sumber": 500,
    "judul": 500,
    "peran": 120,
    "kode langkah": 60,
    "naskah": 60,
    "kelengkapan": 300,
    "output": 300,
    "no": 10,
    "kegiatan": 1000,
    "kelengkapan_tercetak": 2000,
    "output_tercetak": 2000,
    "keterangan": 1000,
    "catatan": 1000,
}


def sop_penuh(lebih=""):
    """An SOP of two steps whose every text is as long as it may be; `lebih` names the one that is a letter longer."""
    panjang = {nama: batas + (nama == lebih) for nama, batas in PANJANG.items()}
    staf, kepala = ("p" * (panjang["peran"] - 1) + angka for angka in "12")
    kode = "k" * (panjang["kode langkah"] - 1)
    naskah = "n" * panjang["naskah"]

    def langkah(angka, peran, jenis, kelengkapan):
        teks = {nama: "i" * panjang[nama] for nama in PANJANG_LANGKAH if nama not in ("no", "waktu_tercetak")}
        return Langkah(
            kode=kode + angka,
            no="1" * (panjang["no"] - 1) + angka,
            waktu_tercetak="2 hari",
            pelaksana=(peran,),
            pekerjaan=(Pekerjaan(jenis=jenis, oleh=(peran,), naskah=naskah),),
            kelengkapan=(kelengkapan,),
            output=(OutputSop(nama="o" * (panjang["output"] - 1) + angka, naskah=naskah),),
            **teks,
        )

    dari_luar = KelengkapanSop(nama="l" * panjang["kelengkapan"], dari="luar")
    return IsiSop(
        kode="s" * panjang["kode"],
        laporan="L" * panjang["laporan"],
        sumber="r" * panjang["sumber"],
        identitas=Identitas(
            kop=("KOP",), nomor="1", judul="j" * panjang["judul"], judul_baku="j" * panjang["judul"]
        ),
        peran=(PeranSop(nama=staf, kunci="staf"), PeranSop(nama=kepala, kunci="kepala")),
        langkah=(
            langkah("1", staf, Jenis.SUSUN, dari_luar),
            langkah("2", kepala, Jenis.PERIKSA, replace(dari_luar, dari=f"{kode}1")),
        ),
    )


@pytest.fixture
def kantor(db):
    """(instansi with the longest name, pengelola)."""
    instansi = Instansi.objects.create(kode="kantor-panjang", nama="K" * 200, tempat="Pontianak")
    pengelola, _ = buat_pegawai(instansi, "pengelola", "Pengelola", pengelola=True)
    buat_pegawai(instansi, "kadis", "Ibu Kadis", jabatan="Kadis")
    return instansi, pengelola


def ikat(pengelola, sop, isi):
    for peran in isi.peran:
        _, jabatan = buat_pegawai(
            sop.instansi, f"pemegang-{peran.kunci}", peran.nama[:200], jabatan=peran.nama[:200]
        )
        actions.ikat_peran(pegawai=pengelola, sop=sop, nama=peran.nama, jabatan=jabatan)


@pytest.mark.parametrize(
    ("bidang", "batas"),
    [
        (Sop._meta.get_field("kode"), batas_isian.PANJANG_KODE_SOP),
        (Tugas._meta.get_field("langkah"), batas_isian.PANJANG_KODE),
        (Output._meta.get_field("langkah"), batas_isian.PANJANG_KODE),
        (LangkahTambahan._meta.get_field("kode"), batas_isian.PANJANG_KODE),
        (LangkahTambahan._meta.get_field("sesudah"), batas_isian.PANJANG_KODE),
        (Tugas._meta.get_field("naskah"), batas_isian.PANJANG_NASKAH),
        (Tugas._meta.get_field("peran"), batas_isian.PANJANG_PERAN),
        (Peran._meta.get_field("nama"), batas_isian.PANJANG_PERAN),
        (Kelengkapan._meta.get_field("nama"), batas_isian.PANJANG_NAMA),
        (Output._meta.get_field("nama"), batas_isian.PANJANG_NAMA),
    ],
    ids=str,
)
def test_a_limit_is_the_length_of_the_column_that_keeps_it(bidang, batas):
    assert bidang.max_length == batas


def test_the_title_of_a_case_holds_the_word_for_the_report_its_year_and_the_office():
    judul = f"{'L' * batas_isian.PANJANG_LAPORAN} 2025 {'K' * Instansi._meta.get_field('nama').max_length}"
    assert len(judul) <= Pelaksanaan._meta.get_field("judul").max_length


def test_at_its_limits_an_sop_is_put_in_force_and_run_to_its_end(kantor):
    instansi, pengelola = kantor
    isi = baca(tulis_toml(sop_penuh()))
    sop = actions.pasang_sop(pegawai=pengelola, instansi=instansi, isi=isi)
    ikat(pengelola, sop, isi)
    kasus = actions.mulai(pegawai=pengelola, sop=sop, tahun=2025)
    for langkah in isi.langkah:
        tugas = terbuka(kasus).get()
        assert tugas.langkah == langkah.kode
        kerjakan(tugas)
    kasus.refresh_from_db()
    assert kasus.status == Pelaksanaan.Status.SELESAI
    assert kasus.daftar_output.count() == 2


def test_at_its_limits_a_draft_is_edited_frozen_and_signed(kantor):
    instansi, pengelola = kantor
    draf = actions.buat_sop(pegawai=pengelola, instansi=instansi, isi=siap_disahkan(sop_penuh()))
    kadis = Jabatan.objects.get(instansi=instansi, nama="Kadis")
    draf = actions.bekukan_formulir(pegawai=pengelola, revisi=draf, pengesah=kadis)
    actions.sahkan(
        pegawai=pemegang(kadis).get(),
        revisi=draf,
        sidik_dibaca=draf.berkas_dibaca.sha256,
        pindaian=pindaian(draf),
    )
    assert draf.sop.daftar_revisi.get().status == RevisiSop.Status.BERLAKU


@pytest.mark.parametrize("lebih", PANJANG)
def test_a_letter_more_is_refused_by_every_way_into_force(kantor, lebih):
    instansi, pengelola = kantor
    isi = siap_disahkan(sop_penuh(lebih))
    with pytest.raises(SopTidakSah, match="terlalu panjang"):
        baca(tulis_toml(isi))
    for jalan in (actions.pasang_sop, actions.buat_sop):
        with pytest.raises(Ditolak, match="terlalu panjang"):
            jalan(pegawai=pengelola, instansi=instansi, isi=isi)
    assert not Sop.objects.exists()
    sop = Sop.objects.create(instansi=instansi, kode="lain", judul="Lain")
    draf = sop.daftar_revisi.create(urutan=1, isi=ke_json(isi), pembuat=pengelola)
    kadis = Jabatan.objects.get(instansi=instansi, nama="Kadis")
    with pytest.raises(Ditolak, match="terlalu panjang"):
        actions.bekukan_formulir(pegawai=pengelola, revisi=draf, pengesah=kadis)


@pytest.mark.parametrize("lebih", PANJANG)
def test_no_case_starts_on_a_letter_more(kantor, lebih):
    """As a revision may say that was put into the database past the application."""
    instansi, pengelola = kantor
    sop = Sop.objects.create(instansi=instansi, kode="lain", judul="Lain")
    isi = sop_penuh(lebih)
    sop.daftar_revisi.create(
        urutan=1, isi=ke_json(isi), status=RevisiSop.Status.BERLAKU, berlaku_pada=timezone.now()
    )
    with pytest.raises(Ditolak, match="terlalu panjang"):
        actions.mulai(pegawai=pengelola, sop=sop, tahun=2025)
    assert not Pelaksanaan.objects.exists()


def test_a_form_frozen_before_a_limit_was_set_is_not_signed_any_more(kantor, monkeypatch):
    instansi, pengelola = kantor
    draf = actions.buat_sop(pegawai=pengelola, instansi=instansi, isi=siap_disahkan(sop_penuh()))
    kadis = Jabatan.objects.get(instansi=instansi, nama="Kadis")
    draf = actions.bekukan_formulir(pegawai=pengelola, revisi=draf, pengesah=kadis)
    monkeypatch.setattr(batas_isian, "PANJANG_LAPORAN", 39)
    with pytest.raises(Ditolak, match="laporan terlalu panjang"):
        actions.sahkan(
            pegawai=pemegang(kadis).get(),
            revisi=draf,
            sidik_dibaca=draf.berkas_dibaca.sha256,
            pindaian=pindaian(draf),
        )


def test_a_draft_that_said_too_much_before_may_be_mended_piece_by_piece(kantor):
    instansi, pengelola = kantor
    sop = Sop.objects.create(instansi=instansi, kode="lain", judul="Lain")
    isi = replace(sop_penuh("laporan"), sumber="x" * 501)
    draf = sop.daftar_revisi.create(urutan=1, isi=ke_json(isi), pembuat=pengelola)
    form = FormIdentitas(sop=isi)
    assert form.fields["laporan"].max_length == batas_isian.PANJANG_LAPORAN
    suntingan = actions.sunting_draf(
        pegawai=pengelola, revisi=draf, sidik=draf.sidik, edit=lambda lama: _bersumber(lama, "Pendek")
    )
    assert suntingan.sop.sumber == "Pendek"
    draf.refresh_from_db()
    with pytest.raises(Ditolak, match="sumber terlalu panjang"):
        actions.sunting_draf(
            pegawai=pengelola, revisi=draf, sidik=draf.sidik, edit=lambda lama: _bersumber(lama, "x" * 501)
        )


def _bersumber(sop, sumber):
    return ubah_identitas(sop, sop.identitas, laporan=sop.laporan, sumber=sumber)
