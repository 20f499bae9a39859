"""Rows that may only be added: history, kept files, frozen versions.

The one place where `save` and `delete` are overridden, and only to refuse (doc/keputusan/0001).
What goes round the models (SQL by hand) is shown by the hash chain of `jejak`.
"""

from django.db import models


class TakBolehDiubah(TypeError):
    """Raised on every attempt to change or delete a row that may only be added."""


class KueriHanyaTambah(models.QuerySet):
    """A queryset that reads and adds, and refuses the rest."""

    def update(self, **kwargs):
        raise TakBolehDiubah(f"{self.model.__name__} hanya boleh ditambah, tidak boleh diubah.")

    def delete(self):
        raise TakBolehDiubah(f"{self.model.__name__} hanya boleh ditambah, tidak boleh dihapus.")

    def bulk_update(self, objs, fields, batch_size=None):
        self.update()


class HanyaTambah(models.Model):
    """Base of every append-only row; raises TakBolehDiubah on change and deletion."""

    objects = KueriHanyaTambah.as_manager()

    class Meta:
        abstract = True
        base_manager_name = "objects"

    def save(self, *args, **kwargs):
        if not self._state.adding:
            raise TakBolehDiubah(f"{type(self).__name__} hanya boleh ditambah, tidak boleh diubah.")
        super().save(*args, **kwargs)

    def delete(self, *args, **kwargs):
        raise TakBolehDiubah(f"{type(self).__name__} hanya boleh ditambah, tidak boleh dihapus.")
