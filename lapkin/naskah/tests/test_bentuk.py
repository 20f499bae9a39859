"""Every form of letter: what stands on it, whose name with which titles, what is refused."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lapkin.dokumen.blok import KepalaSurat, Kop, Tabel, TandaTangan, TandaTanganBersama, ke_json
from lapkin.naskah.bentuk.daftar import BENTUK, bentuk_naskah
from lapkin.naskah.bentuk.dasar import Konteks, Pejabat, konteks_dari_nilai, konteks_ke_nilai
from lapkin.naskah.bentuk.periksa import IsianSalah, bersihkan
from lapkin.naskah.kode import berkode
from lapkin.naskah.nomor import BUKU, POLA, tulis_nomor
from lapkin.naskah.tests.isi_contoh import ISI

KADIS = Pejabat(
    jabatan=("Plt. Kepala Dinas", "Sekretaris Dinas"),
    nama="Ibu Kadis",
    nama_bergelar="Dra. Ibu Kadis, M.Si.",
    pangkat="Pembina, IV/a",
    nip="000000000000000001",
)
KONTEKS = Konteks(
    kop=Kop(baris=("PEMERINTAH PROVINSI", "DINAS")),
    instansi="Dinas",
    tempat="Pontianak",
    tanggal=date(2026, 1, 12),
    hal="Penyampaian LKjIP",
    penanda_tangan=KADIS,
    pembuat=Pejabat(jabatan=("Staf",), nama="Pak Staf", nama_bergelar="Pak Staf, S.E."),
)


def susun(kode, konteks=KONTEKS):
    bentuk = BENTUK[kode]
    return bentuk.susun(bersihkan(bentuk, ISI[kode]), konteks)


def blok(dokumen, jenis):
    return next(b for b in dokumen.blok if isinstance(b, jenis))


@pytest.mark.parametrize("kode", BENTUK)
def test_setiap_bentuk_memuat_kop_dan_penanda_tangan(kode):
    dokumen = susun(kode)
    assert dokumen.ukuran == "f4"
    assert dokumen.blok[0] == KONTEKS.kop
    assert "Ibu Kadis" in ke_json(dokumen) or "IBU KADIS" in ke_json(dokumen)


@pytest.mark.parametrize("kode", [k for k in BENTUK if BENTUK[k].buku])
def test_konsep_mencetak_titik_titik_sampai_nomor_diambil(kode):
    assert "…………" in str(susun(kode))
    bernomor = str(susun(kode, replace(KONTEKS, nomor="000.8.6.3/7/DP3A/2026")))
    assert "000.8.6.3/7/DP3A/2026" in bernomor


def test_pejabat_plt_mencetak_jabatan_asal_di_baris_berikut():
    tanda = blok(susun("nota-dinas"), TandaTangan)
    assert tanda.jabatan == ("Plt. Kepala Dinas", "Sekretaris Dinas,")
    assert (tanda.nama, tanda.nip) == ("Dra. Ibu Kadis, M.Si.", "000000000000000001")


def test_keputusan_menulis_nama_tanpa_gelar_nip_dan_pangkat():
    tanda = blok(susun("sk-tim"), TandaTangan)
    assert (tanda.nama, tanda.nip, tanda.pangkat) == ("IBU KADIS", "", "")


def test_keputusan_atas_nama_jabatan_bukan_plt():
    teks = str(susun("sk-tim"))
    assert "KEPUTUSAN KEPALA DINAS" in teks
    assert "KEPUTUSAN PLT" not in teks


def test_surat_kepada_beberapa_penerima_bernomor():
    assert blok(susun("surat"), KepalaSurat).tujuan[:2] == ("Yth.", "1. Kepala Dinas Pendidikan")


def test_surat_pengantar_menyediakan_kolom_penerima():
    kolom = blok(susun("surat-pengantar"), TandaTanganBersama).kolom
    assert [k.pihak for k in kolom] == ["Penerima,", "Pengirim,"]


def test_notulis_yang_membuat_notula_menandatangani_dengan_jabatannya():
    kolom = blok(susun("notula"), TandaTanganBersama).kolom
    assert kolom[1].nama == "Pak Staf, S.E."


def test_kotak_paraf_hanya_ada_bila_diminta():
    assert not [b for b in susun("surat").blok if isinstance(b, Tabel)]
    berparaf = susun("surat", replace(KONTEKS, daftar_paraf=("Sekretaris Dinas",)))
    assert "Paraf hierarki" in str(berparaf)


@pytest.mark.parametrize("kode", BENTUK)
def test_isian_wajib_yang_kosong_disebut_semuanya_sekaligus(kode):
    with pytest.raises(IsianSalah) as salah:
        bersihkan(BENTUK[kode], {})
    wajib = {i.nama for i in BENTUK[kode].daftar_isian if i.wajib and not i.bawaan}
    assert set(salah.value.daftar) == wajib
    assert all(kalimat.endswith("wajib diisi.") for kalimat in salah.value.daftar.values())


def test_isian_asing_tanggal_keliru_dan_pilihan_keliru_ditolak():
    with pytest.raises(IsianSalah) as salah:
        bersihkan(BENTUK["undangan"], ISI["undangan"] | {"hari": "32 Januari", "sifat": "Kilat", "lain": "x"})
    assert set(salah.value.daftar) == {"hari", "sifat", "lain"}


def test_baris_tabel_yang_belum_lengkap_disebut_nomornya():
    isi = ISI["surat-pengantar"] | {"daftar_kiriman": [{"jenis": "LKjIP", "banyaknya": ""}]}
    with pytest.raises(IsianSalah, match="Yang dikirim baris ke-1: Banyaknya wajib diisi"):
        bersihkan(BENTUK["surat-pengantar"], isi)


def test_tanggal_dibaca_dari_tulisan_biasa():
    assert bersihkan(BENTUK["undangan"], ISI["undangan"])["hari"] == "2026-01-12"


@given(teks=st.text(max_size=400))
def test_teks_apa_pun_tersusun_dan_berkode(teks):
    isi = ISI["nota-dinas"] | {"isi": teks + "."}
    dokumen, kode = berkode(BENTUK["nota-dinas"].susun(bersihkan(BENTUK["nota-dinas"], isi), KONTEKS))
    assert kode in dokumen.kaki_halaman
    assert ke_json(dokumen)


def test_kode_berkas_sama_untuk_isi_sama_dan_berbeda_untuk_isi_lain():
    assert berkode(susun("surat")) == berkode(susun("surat"))
    assert berkode(susun("surat"))[1] != berkode(susun("surat", replace(KONTEKS, hal="Lain")))[1]


def test_salinan_bernomor_menunjuk_asli_bertanda_tangan():
    dokumen, _ = berkode(susun("surat"), asal="3F9A-07C2-11BE")
    assert "Salinan bernomor; asli bertanda tangan: 3F9A-07C2-11BE" in dokumen.kaki_halaman


def test_konteks_tersimpan_dan_terbaca_kembali():
    assert konteks_dari_nilai(konteks_ke_nilai(KONTEKS)) == KONTEKS


def test_nama_naskah_pada_sop_dikenali_bentuknya():
    assert bentuk_naskah("surat-permintaan-data") == "surat"
    assert bentuk_naskah("sk-tim") == "sk-tim"
    with pytest.raises(KeyError):
        bentuk_naskah("lkjip")


def test_setiap_bentuk_bernomor_mempunyai_buku_dan_pola():
    assert {b.buku for b in BENTUK.values()} - {""} == set(BUKU) == set(POLA)


def test_nomor_ditulis_menurut_pola():
    umum = {"klasifikasi": "000.8.6.3", "urut": 17, "unit": "DP3A", "hari": date(2026, 6, 4)}
    assert tulis_nomor(buku="surat-keluar", **umum) == "000.8.6.3/17/DP3A/2026"
    assert tulis_nomor(buku="surat-keluar", pola="{klasifikasi}/{urut}/{romawi}/{tahun}", **umum) == (
        "000.8.6.3/17/VI/2026"
    )
