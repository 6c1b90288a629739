// Oneself: name, language, colours, password and sessions.
import { useMantineColorScheme } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, data, ifMatch } from '~/api';
import { runAction } from '~/platform/actions';
import { useEdit } from '~/platform/edit';
import fields from '~/platform/fields.module.css';
import { useForm } from '~/platform/form';
import { useLanguage } from '~/platform/language';
import { SavedText } from '~/platform/SavedField';
import { setWho, useMe, whoQuery, type Me } from '~/platform/session';
import { SettingsPage } from '~/platform/settings';
import type { Language } from '~/texts';
import { Button } from '~/ui/control/Button';
import { Segmented } from '~/ui/control/Segmented';
import { Notice } from '~/ui/feedback/Notice';
import { showToast } from '~/ui/feedback/toasts';
import { TextField } from '~/ui/form/TextField';
import { Card } from '~/ui/layout/Card';
import { Sessions } from './Sessions';

export default function ProfilePage() {
  const { t } = useTranslation('access');
  return (
    <SettingsPage
      title={t('me.title')}
      actions={
        <Button
          onClick={() => {
            runAction('shell.signOut');
          }}
        >
          {t('me.signOut')}
        </Button>
      }
    >
      <Card title={t('me.who')} note={useMe().email}>
        <div className={fields.fields}>
          <OwnName />
          <Look />
        </div>
      </Card>
      <Card title={t('me.password')} note={t('me.passwordNote')}>
        <Password />
      </Card>
      <Sessions />
    </SettingsPage>
  );
}

function OwnName() {
  const { t } = useTranslation('access');
  const me = useMe();
  const cache = useQueryClient();
  const edit = useEdit();
  const read = () => data(api.GET('/api/v1/access/me'));
  const write = async (name: string, version: number) => {
    const changed = await data(
      api.PATCH('/api/v1/access/me', { params: { header: ifMatch(version) }, body: { name } }),
    );
    setWho(cache, changed);
    return changed;
  };
  const writeLatest = async (name: string) => write(name, (await read()).version);
  const save = (name: string, from: string) =>
    edit<Me>({
      says: t('changed', { field: t('users.name') }),
      shows: [whoQuery.queryKey],
      lane: me.id,
      optimistic: () => {
        setWho(cache, { ...me, name });
      },
      // What somebody else made of it while it was being typed is a conflict too.
      send: () => write(name, me.name === from ? me.version : 0),
      undo: () => writeLatest(from),
      clash: {
        field: t('users.name'),
        before: from,
        mine: name,
        theirs: async () => (await read()).name,
        keepMine: () => writeLatest(name),
      },
    });
  return <SavedText label={t('users.name')} value={me.name} autoComplete="name" onSave={save} />;
}

function Look() {
  const { t } = useTranslation('access');
  const { language, choose } = useLanguage();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <div className={fields.row}>
      <Segmented<Language>
        label={t('users.language')}
        value={language}
        items={[
          { id: 'nl', label: t('languages.nl') },
          { id: 'en', label: t('languages.en') },
        ]}
        onChange={choose}
      />
      <Segmented
        label={t('me.colours')}
        value={colorScheme}
        items={[
          { id: 'light', label: t('me.light') },
          { id: 'dark', label: t('me.dark') },
          { id: 'auto', label: t('me.auto') },
        ]}
        onChange={setColorScheme}
      />
    </div>
  );
}

function Password() {
  const { t } = useTranslation('access');
  const cache = useQueryClient();
  const form = useForm(async (value) => {
    const body = { old_password: value('old_password'), password: value('password') };
    await api.PUT('/api/v1/access/me/password', { body });
    showToast(t('me.passwordChanged'));
    document.querySelector<HTMLFormElement>('#own-password')?.reset();
    await cache.invalidateQueries({ queryKey: ['get', '/api/v1/access/sessions'] });
  });
  return (
    <form id="own-password" className={fields.fields} onSubmit={form.submit} noValidate>
      <div className={fields.pair}>
        <TextField
          label={t('me.oldPassword')}
          name="old_password"
          type="password"
          autoComplete="current-password"
          error={form.errors['old_password']}
        />
        <TextField
          label={t('me.newPassword')}
          name="password"
          type="password"
          autoComplete="new-password"
          hint={t('me.passwordHint')}
          error={form.errors['password']}
        />
      </div>
      {form.message && <Notice tone="bad">{form.message}</Notice>}
      <div className={fields.row}>
        <Button type="submit" busy={form.busy}>
          {t('me.changePassword')}
        </Button>
      </div>
    </form>
  );
}
