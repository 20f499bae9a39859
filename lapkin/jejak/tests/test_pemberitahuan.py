from django.urls import reverse

from lapkin.jejak.actions import beri_tahu
from lapkin.jejak.queries import jumlah_belum_dibaca


def test_an_officer_sees_the_own_notices_only(client, dinas):
    beri_tahu([(dinas.kadis, "LKjIP menunggu tanda tangan.", "/tugas/1/"), (dinas.staf, "Data masuk.", "")])
    client.force_login(dinas.kadis)
    halaman = client.get(reverse("pemberitahuan")).text
    assert '<a href="/tugas/1/">LKjIP menunggu tanda tangan.</a>' in halaman
    assert "Data masuk." not in halaman


def test_opening_the_list_leaves_notices_unread_until_they_are_marked(client, dinas):
    beri_tahu([(dinas.kadis, "LKjIP menunggu tanda tangan.", "")])
    client.force_login(dinas.kadis)
    client.get(reverse("pemberitahuan"))
    assert jumlah_belum_dibaca(dinas.kadis) == 1
    client.post(reverse("pemberitahuan_dibaca"))
    assert jumlah_belum_dibaca(dinas.kadis) == 0


def test_without_notices_the_page_says_when_there_will_be_some(client, dinas):
    client.force_login(dinas.kadis)
    assert "Belum ada pemberitahuan" in client.get(reverse("pemberitahuan")).text
