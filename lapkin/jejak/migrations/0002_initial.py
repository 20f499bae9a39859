
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('jejak', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name='pemberitahuan',
            name='penerima',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='daftar_pemberitahuan', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='peristiwa',
            name='pegawai',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddIndex(
            model_name='pemberitahuan',
            index=models.Index(fields=['penerima', 'dibaca_pada'], name='jejak_pembe_penerim_86f9ce_idx'),
        ),
        migrations.AddConstraint(
            model_name='peristiwa',
            constraint=models.UniqueConstraint(fields=('rantai', 'urut'), name='peristiwa_satu_urutan', violation_error_message='Nomor urut peristiwa ini sudah ada.'),
        ),
    ]
