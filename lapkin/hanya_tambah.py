"""Rows that may only be added (history, kept files, frozen versions) and rows that freeze once in force.

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

    def bulk_create(self, objs, *args, update_conflicts=False, **kwargs):
        if update_conflicts:
            self.update()
        return super().bulk_create(objs, *args, **kwargs)


class HanyaTambah(models.Model):
    """Base of every append-only row; raises TakBolehDiubah on change and deletion."""

    objects = KueriHanyaTambah.as_manager()

    class Meta:
        abstract = True
        base_manager_name = "objects"

    def save(self, *args, **kwargs):
        if not self._state.adding:
            raise TakBolehDiubah(f"{type(self).__name__} hanya boleh ditambah, tidak boleh diubah.")
        # Without it a new instance that bears the key of an old row would change that row.
        super().save(*args, **{**kwargs, "force_insert": True})

    def delete(self, *args, **kwargs):
        raise TakBolehDiubah(f"{type(self).__name__} hanya boleh ditambah, tidak boleh dihapus.")


class KueriBeku(models.QuerySet):
    """A queryset that changes and deletes rows only while they are fluid (see `Beku`)."""

    def update(self, **isian):
        beku = self.exclude(self.model.CAIR)
        if self._hanya_peralihan(isian):
            return super().update(**isian)
        if beku.exists():
            raise TakBolehDiubah(f"{self.model.__name__} yang sudah disahkan tidak dapat diubah.")
        # The condition stands in the UPDATE itself: a row that freezes at this moment is not touched.
        return super(KueriBeku, self.filter(self.model.CAIR)).update(**isian)

    def delete(self):
        if self.exclude(self.model.CAIR).exists():
            raise TakBolehDiubah(f"{self.model.__name__} yang sudah disahkan tidak dapat dihapus.")
        return super().delete()

    def bulk_create(self, objs, *args, update_conflicts=False, **kwargs):
        if update_conflicts:
            raise TakBolehDiubah(f"{self.model.__name__} tidak dapat ditimpa.")
        return super().bulk_create(objs, *args, **kwargs)

    def _hanya_peralihan(self, isian):
        """Is this the one change that frozen rows may still undergo, on rows that may undergo it?"""
        dari, ke, waktu = self.model.PERALIHAN
        return (
            set(isian) == {*ke, waktu}
            and all(isian[nama] == nilai for nama, nilai in ke.items())
            and isian[waktu] is not None
            and not self.exclude(dari).exists()
        )


class Beku(models.Model):
    """Base of rows that freeze: fluid as long as `CAIR` (a Q) holds, afterwards neither changed nor deleted.

    The one change left is `PERALIHAN`, a triple: the Q that must hold before, the new values, and the name of
    the column that takes the moment. Raises TakBolehDiubah on everything else.
    """

    CAIR = models.Q()
    PERALIHAN = (models.Q(), {}, "")

    objects = KueriBeku.as_manager()

    class Meta:
        abstract = True
        base_manager_name = "objects"

    def save(self, *args, **kwargs):
        if self._state.adding:
            return super().save(*args, **{**kwargs, "force_insert": True})
        self._pastikan_cair("diubah")
        return super().save(*args, **kwargs)

    def delete(self, *args, **kwargs):
        self._pastikan_cair("dihapus")
        return super().delete(*args, **kwargs)

    def _pastikan_cair(self, apa):
        if not type(self)._base_manager.filter(self.CAIR, pk=self.pk).exists():
            raise TakBolehDiubah(f"{type(self).__name__} yang sudah disahkan tidak dapat {apa}.")
