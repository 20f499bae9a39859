from types import SimpleNamespace

from lapkin.organisasi.perubahan import perubahan
from lapkin.organisasi.susunan import susun_pohon


def _baris(pk, induk=None):
    return SimpleNamespace(pk=pk, induk_id=induk)


def test_children_stand_below_their_parent_in_the_order_given():
    pohon = susun_pohon([_baris(3, 1), _baris(1), _baris(2, 1)], "induk_id")
    assert [simpul.baris.pk for simpul in pohon] == [1]
    assert [simpul.baris.pk for simpul in pohon[0].daftar_bawahan] == [3, 2]


def test_a_row_whose_parent_is_not_in_the_list_stands_on_top():
    assert [simpul.baris.pk for simpul in susun_pohon([_baris(2, 9)], "induk_id")] == [2]


def test_only_what_differs_is_a_change():
    assert perubahan({"nama": "A", "urutan": 1}, {"nama": "B", "urutan": 1}) == {"nama": ["A", "B"]}
