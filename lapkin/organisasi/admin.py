"""The admin site for looking only: every row of Lapkin, nothing to add, change or delete."""

from allauth.account.decorators import secure_admin_login
from django.apps import apps
from django.contrib import admin
from django.shortcuts import redirect


class SitusLihat(admin.AdminSite):
    """A site whose only permission is to look, given by `is_staff`; changing goes through the acts."""

    site_header = site_title = "Lapkin: hanya lihat"
    index_title = "Isi basis data"
    enable_nav_sidebar = False

    def password_change(self, request, extra_context=None):
        return redirect("account_change_password")


class HanyaLihat(admin.ModelAdmin):
    list_per_page = 50
    show_full_result_count = False
    actions = None

    def has_module_permission(self, request):
        return request.user.is_staff

    def has_view_permission(self, request, obj=None):
        return request.user.is_staff

    def has_add_permission(self, request, obj=None):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def get_exclude(self, request, obj=None):
        return ["password"]


situs = SitusLihat(name="admin")
# The same door as everybody's, with its rate limits.
situs.login = secure_admin_login(situs.login)
for model in apps.get_models():
    if model.__module__.startswith("lapkin."):
        situs.register(model, HanyaLihat)
