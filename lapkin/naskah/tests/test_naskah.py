"""Making, numbering and signing letters: drafts, numbers, scans of wet ink."""

import io

import pytest
from django.core.management import call_command
from pypdf import PdfReader

from lapkin.berkas.actions import bekukan
from lapkin.berkas.pdf import jumlah_halaman
from lapkin.berkas.queries import baca
from lapkin.berkas.tests.test_kenali import pdf
from lapkin.jejak.ditolak import Ditolak
from lapkin.jejak.models import Peristiwa
from lapkin.naskah import actions
from lapkin.naskah.actions import ambil_nomor, buat_naskah, paraf, tanda_tangani_basah, ubah_konsep
from lapkin.naskah.models import Naskah, TandaTangan
from lapkin.naskah.queries import agenda_untuk, cari_naskah, naskah_untuk, paraf_atas
from lapkin.naskah.tests.isi_contoh import ISI

PINDAIAN = pdf().replace(b"/Count 2", b"/Count 1")


def buat(dinas, bentuk="nota-dinas", **tambahan):
    return buat_naskah(
        **{
            "pegawai": dinas.staf,
            "instansi": dinas.instansi,
            "bentuk": bentuk,
            "isi": ISI[bentuk],
            "hal": "Penyampaian LKjIP",
            "penanda_tangan": dinas.jabatan["kadis"],
        }
        | tambahan
    )


def pindaian(isi=PINDAIAN):
    return bekukan(isi=isi, nama="pindaian.pdf", jenis="pdf")


def tanda_tangani(dinas, naskah, berkas=None, **tambahan):
    return tanda_tangani_basah(
        pegawai=dinas.kadis,
        berkas_dibaca=naskah.konsep,
        pindaian=berkas or pindaian(),
        naskah=naskah,
        **tambahan,
    )


def test_konsep_dibekukan_sebagai_pdf_dan_docx_dengan_peristiwa(dinas):
    naskah = buat(dinas)
    assert jumlah_halaman(baca(naskah.konsep)) == 1
    assert naskah.konsep_docx.nama.endswith(".docx")
    peristiwa = Peristiwa.objects.get(jenis="naskah.dibuat")
    assert (peristiwa.pegawai, peristiwa.objek) == (dinas.staf, naskah.kunci)
    assert peristiwa.data["berkas"] == naskah.konsep.sha256


def test_isian_keliru_menyebut_isiannya_dan_tidak_menyimpan_apa_pun(dinas):
    with pytest.raises(Ditolak, match="Kepada wajib diisi"):
        buat(dinas, isi={"isi": "x"})
    with pytest.raises(Ditolak, match="Hal wajib diisi"):
        buat(dinas, hal="  ")
    with pytest.raises(Ditolak, match="tidak dikenal"):
        actions.buat_naskah(
            pegawai=dinas.staf,
            instansi=dinas.instansi,
            bentuk="memo",
            isi={},
            hal="x",
            penanda_tangan=dinas.jabatan["kadis"],
        )
    assert not Naskah.objects.exists()


def test_pegawai_instansi_lain_tidak_membuat_dan_tidak_melihat_naskah(dinas):
    naskah = buat(dinas)
    assert list(naskah_untuk(dinas.kasubbag)) == [naskah]
    assert not naskah_untuk(dinas.orang_luar).exists()
    with pytest.raises(Ditolak, match="bukan pegawai"):
        buat(dinas, pegawai=dinas.orang_luar)


def test_perubahan_membuat_konsep_baru_dan_paraf_lama_tidak_berlaku_lagi(dinas):
    naskah = buat(dinas)
    paraf(pegawai=dinas.sekdin, berkas=naskah.konsep, sebagai="Sekretaris Dinas", naskah=naskah)
    assert paraf_atas(naskah.konsep).count() == 1
    baru = ubah_konsep(pegawai=dinas.staf, naskah=naskah, isi=ISI["nota-dinas"] | {"isi": "Lain."})
    assert baru.konsep != naskah.konsep
    assert not paraf_atas(baru.konsep).exists()


def test_konsep_yang_sudah_diubah_orang_lain_tidak_ditimpa(dinas):
    naskah = buat(dinas)
    ubah_konsep(pegawai=dinas.staf, naskah=naskah, isi=ISI["nota-dinas"] | {"isi": "Satu."})
    with pytest.raises(Ditolak, match="baru saja diubah"):
        ubah_konsep(pegawai=dinas.kasubbag, naskah=naskah, isi=ISI["nota-dinas"] | {"isi": "Dua."})


def test_paraf_kedua_atas_berkas_yang_sama_ditolak(dinas):
    naskah = buat(dinas)
    paraf(pegawai=dinas.sekdin, berkas=naskah.konsep, sebagai="Sekretaris Dinas", naskah=naskah)
    with pytest.raises(Ditolak, match="sudah memaraf"):
        paraf(pegawai=dinas.sekdin, berkas=naskah.konsep, sebagai="Sekretaris Dinas", naskah=naskah)


def test_nomor_sebelum_tanda_tangan_tercetak_pada_konsep(dinas):
    naskah = buat(dinas)
    agenda = ambil_nomor(pegawai=dinas.staf, naskah=naskah)
    naskah.refresh_from_db()
    assert agenda.nomor.startswith("000.8.6.3/1/ND/DP3A-KALBAR/")
    assert naskah.bernomor == naskah.konsep
    assert agenda.nomor == naskah.konteks["nomor"]


def test_nomor_diambil_sekali_biarpun_diminta_dua_kali(dinas):
    naskah = buat(dinas)
    satu = ambil_nomor(pegawai=dinas.staf, naskah=naskah)
    assert ambil_nomor(pegawai=dinas.staf, naskah=naskah) == satu


def test_setiap_buku_dan_klasifikasi_berderet_sendiri(dinas):
    nota = ambil_nomor(pegawai=dinas.staf, naskah=buat(dinas))
    surat = ambil_nomor(pegawai=dinas.staf, naskah=buat(dinas, "surat"))
    kedua = ambil_nomor(pegawai=dinas.staf, naskah=buat(dinas, hal="Lain"))
    assert [nota.urut, surat.urut, kedua.urut] == [1, 1, 2]
    buku = agenda_untuk(dinas.staf, buku="nota-dinas", tahun=nota.register.tahun)
    assert [a.urut for a in buku] == [2, 1]
    assert not agenda_untuk(dinas.orang_luar, buku="nota-dinas", tahun=nota.register.tahun)


def test_bentuk_tanpa_buku_dan_klasifikasi_asing_tidak_bernomor(dinas):
    with pytest.raises(Ditolak, match="tidak bernomor"):
        ambil_nomor(pegawai=dinas.staf, naskah=buat(dinas, "notula"))
    with pytest.raises(Ditolak, match="tidak terdaftar"):
        ambil_nomor(pegawai=dinas.staf, naskah=buat(dinas), klasifikasi="999")


def test_nomor_sesudah_tanda_tangan_basah_membuat_salinan_yang_menunjuk_aslinya(dinas):
    naskah = buat(dinas, "surat-pengantar")
    tanda_tangani(dinas, naskah)
    agenda = ambil_nomor(pegawai=dinas.staf, naskah=naskah)
    naskah.refresh_from_db()
    assert naskah.bernomor not in (naskah.konsep, naskah.sah)
    teks = PdfReader(io.BytesIO(baca(naskah.bernomor))).pages[0].extract_text()
    assert agenda.nomor in teks
    assert f"asli bertanda tangan: {naskah.kode}" in teks


def test_gagal_cetak_meninggalkan_nomor_pada_naskahnya_dan_dapat_dilanjutkan(dinas, monkeypatch, capsys):
    naskah = buat(dinas)

    def gagal(*_):
        raise Ditolak("Dokumen tidak dapat dicetak.")

    with monkeypatch.context() as sementara:
        sementara.setattr(actions, "_cetak", gagal)
        with pytest.raises(Ditolak):
            ambil_nomor(pegawai=dinas.staf, naskah=naskah)
    naskah.refresh_from_db()
    assert (naskah.agenda.urut, naskah.bernomor) == (1, None)
    call_command("lanjutkan_naskah")
    assert "Tercetak" in capsys.readouterr().out
    naskah.refresh_from_db()
    assert naskah.bernomor
    assert ambil_nomor(pegawai=dinas.staf, naskah=buat(dinas, hal="Lain")).urut == 2


def test_tanda_tangan_basah_mengesahkan_naskah_dengan_pindaiannya(dinas):
    naskah = buat(dinas)
    tanda = tanda_tangani(dinas, naskah)
    naskah.refresh_from_db()
    assert (naskah.status, naskah.sah) == (Naskah.Status.DITANDATANGANI, tanda.berkas_hasil)
    assert tanda.sebagai == "Kepala Dinas"
    with pytest.raises(Ditolak, match="sudah ditandatangani"):
        ubah_konsep(pegawai=dinas.staf, naskah=naskah, isi=ISI["nota-dinas"])


def test_tanda_tangan_kedua_atas_berkas_yang_sama_ditolak(dinas):
    naskah = buat(dinas)
    tanda_tangani(dinas, naskah)
    with pytest.raises(Ditolak):
        tanda_tangani(dinas, naskah, pindaian(PINDAIAN + b"%%EOF"))


def test_hanya_pejabat_penanda_tangan_yang_menandatangani(dinas):
    naskah = buat(dinas)
    with pytest.raises(Ditolak, match="Hanya pejabat penanda tangan"):
        tanda_tangani_basah(
            pegawai=dinas.staf, berkas_dibaca=naskah.konsep, pindaian=pindaian(), naskah=naskah
        )


def test_pindaian_yang_tidak_mungkin_cetakan_itu_ditolak(dinas):
    naskah = buat(dinas)
    with pytest.raises(Ditolak, match="berkas cetak itu sendiri"):
        tanda_tangani(dinas, naskah, naskah.konsep)
    with pytest.raises(Ditolak, match="pindaian 2 halaman"):
        tanda_tangani(dinas, naskah, pindaian(pdf()))
    naskah.refresh_from_db()
    assert naskah.status == Naskah.Status.KONSEP


def test_kertas_lain_yang_sudah_tersimpan_bukan_pindaian(dinas):
    lama = buat(dinas)
    tanda_tangani(dinas, lama)
    baru = buat(dinas, hal="Undangan rapat")
    with pytest.raises(Ditolak, match="sudah tersimpan"):
        tanda_tangani(dinas, baru, TandaTangan.objects.get().berkas_hasil)


def test_konsep_lama_yang_ditandatangani_ditolak(dinas):
    naskah = buat(dinas)
    lama = naskah.konsep
    ubah_konsep(pegawai=dinas.staf, naskah=naskah, isi=ISI["nota-dinas"] | {"isi": "Lain."})
    with pytest.raises(Ditolak, match="konsep terbaru"):
        tanda_tangani_basah(
            pegawai=dinas.kadis, berkas_dibaca=lama, pindaian=pindaian(), naskah=Naskah.objects.get()
        )


def test_naskah_dicari_menurut_hal_nomor_dan_kode(dinas):
    naskah = buat(dinas)
    agenda = ambil_nomor(pegawai=dinas.staf, naskah=naskah)
    naskah.refresh_from_db()
    for teks in ("penyampaian lkjip", agenda.nomor, naskah.kode):
        assert list(cari_naskah(dinas.staf, teks=teks)) == [naskah]
    assert not cari_naskah(dinas.staf, teks="tidak ada")
    assert not cari_naskah(dinas.staf, bentuk="surat")
