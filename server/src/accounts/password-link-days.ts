/** How long a set-password link works. */
export const PASSWORD_LINK_DAYS = 7;
