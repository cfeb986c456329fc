/** What people do with the picture, in a real browser, on the program as it is started. */
package org.vigie.server.browser;
