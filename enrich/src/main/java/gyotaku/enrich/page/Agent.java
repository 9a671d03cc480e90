package gyotaku.enrich.page;

/// As whom a page is visited.
enum Agent {
    DESKTOP(
            "Windows Chrome",
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0"
                    + " Safari/537.36",
            "Win32",
            1280,
            800,
            2400,
            false),
    PHONE(
            "iPhone Safari",
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)"
                    + " Version/18.5 Mobile/15E148 Safari/604.1",
            "iPhone",
            390,
            844,
            844,
            true);

    final String title;
    final String userAgent;
    final String platform;
    final int width;
    final int height;
    /// Of the picture, in pixels: against a page that is a kilometre long.
    final int tallest;
    final boolean mobile;

    Agent(String title, String userAgent, String platform, int width, int height, int tallest, boolean mobile) {
        this.title = title;
        this.userAgent = userAgent;
        this.platform = platform;
        this.width = width;
        this.height = height;
        this.tallest = tallest;
        this.mobile = mobile;
    }
}
