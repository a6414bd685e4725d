/** Whether this is the demo build, which may also run on loopback stand-ins of BeatPass. */
declare const __DEMO__: boolean;

/** Whether a page's click may open the side panel: Chromium passes the click on, Firefox does not. */
declare const __SIDE_PANEL_FROM_PAGE__: boolean;
