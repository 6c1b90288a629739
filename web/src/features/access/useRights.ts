// The rights that a form gives, and settling their place before the form is sent.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { refusalOf } from '~/api/problem';
import type { Role } from '~/platform/session';
import { placeRoleOf, usePlaces } from './places';
import { isComplete, placeIn, type Rights } from './rights';

export function useRights(usual: Role) {
  const { t } = useTranslation('access');
  const [rights, setRights] = useState<Rights>({ roles: [usual], location: null, partner: null });
  const role = placeRoleOf(rights.roles);
  const places = usePlaces(role);
  return {
    // For RightsFields.
    fields: { rights, places, onChange: setRights },
    // Throws what is missing; what it gives can be sent.
    settled: async (): Promise<Rights> => {
      if (role && !isComplete(rights)) throw refusalOf('place', t(`places.${role}.missing`));
      await places.settle(placeIn(rights) ?? '');
      return rights;
    },
  };
}
