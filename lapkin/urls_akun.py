"""What allauth may show: signing in and out and changing the own password; everything else is 404.

Signing up and resetting a password by oneself are pages that say whom to ask: accounts are the
administrator's work.
"""

from allauth.account import views
from django.contrib.auth.decorators import login_not_required
from django.urls import path
from django.views.decorators.http import require_GET

from lapkin.organisasi.views.pegawai import bantuan_akun

minta_bantuan = login_not_required(require_GET(bantuan_akun))

urlpatterns = [
    path("masuk/", views.login, name="account_login"),
    path("keluar/", views.logout, name="account_logout"),
    path("sandi/", views.password_change, name="account_change_password"),
    path("bantuan/", minta_bantuan, name="account_signup"),
    path("bantuan/", minta_bantuan, name="account_reset_password"),
    path("bantuan/", minta_bantuan, name="account_inactive"),
]
