// The root of all pages. Features hang their pages on it, app/ gives it the shell.
import { createRootRoute } from '@tanstack/react-router';

export const rootRoute = createRootRoute();

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    // Shown alone, without sidebar and sign-in.
    bare?: boolean;
  }
}
