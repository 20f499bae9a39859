"""The shipped ladder is a file: read once, and refused with all its faults when somebody edits it wrongly."""

import pytest

from lapkin.pengingat.tangga import Saluran, TanggaTidakSah, baca_tangga, tangga_bawaan

ANAK = {
    "kode": '"sendiri"', "selisih": "2", "satuan": '"jam"', "saluran": '"surel"', "kepada": '"atasan"',
    "teks": '"{sapaan}, mohon {kegiatan}."',
}  # fmt: skip


def tulis(*daftar):
    return "\n".join(
        "[[anak]]\n" + "\n".join(f"{nama} = {nilai}" for nama, nilai in satu.items()) for satu in daftar
    )


def test_a_rung_is_read_as_it_stands():
    (anak,) = baca_tangga(tulis(ANAK))
    assert (anak.kode, anak.menit(450), anak.jalur, anak.aktif) == ("sendiri", 120, ("surel", "atasan"), True)


def test_the_shipped_ladder_climbs_from_message_to_mail_to_whatsapp_and_above():
    jalur = [anak.jalur for anak in tangga_bawaan()]
    assert [saluran for saluran, kepada in jalur if kepada == "pelaksana"] == [
        Saluran.PESAN, Saluran.PESAN, Saluran.SUREL, Saluran.SUREL, Saluran.WHATSAPP
    ]  # fmt: skip
    assert jalur[-1] == ("pesan", "atasan")
    assert tangga_bawaan() is tangga_bawaan()


@pytest.mark.parametrize(
    ("ganti", "kalimat"),
    [
        ({"saluran": '"merpati"'}, "saluran “merpati” tidak dikenal; pilih pesan, surel, whatsapp."),
        ({"satuan": '"tahun"'}, "satuan “tahun” tidak dikenal"),
        ({"selisih": '"dua"'}, "isian selisih bukan bilangan bulat."),
        ({"selisih": "1.5"}, "isian selisih bukan bilangan bulat."),
        ({"aktif": '"ya"'}, "isian aktif bukan true atau false."),
        ({"teks": '"{sapaan.__class__}"'}, "tidak dikenal"),
        ({"warna": '"merah"'}, "isian warna tidak dikenal."),
    ],
)
def test_a_fault_is_named_with_the_rung_it_stands_in(ganti, kalimat):
    with pytest.raises(TanggaTidakSah) as galat:
        baca_tangga(tulis(ANAK | {"kode": '"a"'}, ANAK | ganti))
    (satu,) = galat.value.daftar_masalah
    assert satu.startswith("Anak tangga ke-2: ")
    assert kalimat in satu


def test_all_faults_are_named_at_once():
    tanpa_teks = {nama: nilai for nama, nilai in ANAK.items() if nama != "teks"}
    with pytest.raises(TanggaTidakSah) as galat:
        baca_tangga(tulis(tanpa_teks, ANAK | {"kepada": '"semua"'}))
    assert [satu.split(": ")[0] for satu in galat.value.daftar_masalah] == [
        "Anak tangga ke-1", "Anak tangga ke-2", "Kode sendiri dipakai dua kali."
    ]  # fmt: skip


def test_what_is_no_toml_is_said_in_one_sentence():
    with pytest.raises(TanggaTidakSah, match="bukan TOML yang sah"):
        baca_tangga("[[anak]\nkode")
