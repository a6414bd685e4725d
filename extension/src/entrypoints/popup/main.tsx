import "../../ui/styles.css";
import { render } from "preact";
import { Popup } from "../../ui/popup.tsx";
import { locale } from "../../ui/translate.ts";

document.documentElement.lang = locale;
const app = document.getElementById("app");
if (app) render(<Popup />, app);
