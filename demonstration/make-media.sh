#!/bin/sh
# Makes everything in demonstration/media again. Not needed to run the portal: the files are committed.
# Needs Linux with chromium, ffmpeg (libx264, libmp3lame), zip, node 24 and the Noto CJK fonts.
# Usage: sh demonstration/make-media.sh
set -eu
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
browser="chromium --headless=new --no-sandbox --disable-gpu --hide-scrollbars --user-data-dir=$work/profile"

# shot HEIGHT QUERY OUT: a picture of scenes.html, 640 wide; where nothing is drawn it is transparent.
shot() {
  # The window is taller than the picture: headless Chromium counts its frame as part of the window.
  $browser --window-size=640,$(($1 + 200)) --default-background-color=00000000 --screenshot="$work/raw.png" \
    "file://$PWD/drawing/scenes.html?$2" >/dev/null 2>&1
  ffmpeg -v error -y -i "$work/raw.png" -vf "crop=640:$1:0:0" "$3"
}

# film SCENE SECONDS TUNE OUT TITLE LINE1 LINE2 LINE3: 40 phases of a scene, four seconds a round;
# the title stands over the first four seconds, the three lines share the rest.
film() {
  shot 14400 "scene=$1&phases=40" "$work/$1.png"
  shot 360 "heading=$5" "$work/0.png"
  shot 360 "caption=$6" "$work/1.png"
  shot 360 "caption=$7" "$work/2.png"
  shot 360 "caption=$8" "$work/3.png"
  node drawing/melody.ts "$2" "$3" "$work/$1.wav"
  third=$((($2 - 4) / 3))
  ffmpeg -v error -y -loop 1 -framerate 10 -i "$work/$1.png" -i "$work/0.png" -i "$work/1.png" -i "$work/2.png" \
    -i "$work/3.png" -i "$work/$1.wav" -filter_complex "[0:v]crop=640:360:0:'360*mod(n,40)'[scene];\
[scene][1:v]overlay=enable='lt(t,4)'[a];\
[a][2:v]overlay=enable='between(t,4.3,3.9+$third)'[b];\
[b][3:v]overlay=enable='between(t,4.3+$third,3.9+2*$third)'[c];\
[c][4:v]overlay=enable='between(t,4.3+2*$third,$2-0.4)',format=yuv420p[v]" \
    -map '[v]' -map 5:a -t "$2" -map_metadata -1 -c:v libx264 -profile:v main -preset veryslow -crf 27 -g 50 \
    -c:a aac -b:a 48k -ac 1 -movflags +faststart "media/$4.mp4"
}

# still SCENE PHASE OUT: a JPEG, 640x360; PHASE is how many of ten tenths of the round have passed.
still() {
  shot 3600 "scene=$1&phases=10" "$work/still.png"
  ffmpeg -v error -y -i "$work/still.png" -vf "crop=640:360:0:360*$2" -frames:v 1 -q:v 4 "media/$3.jpg"
}

mkdir -p media
film flag 24 0 party-flag '微党课：一面党旗的故事' '一九五一年，村里的第一面党旗挂上了墙' '搬了三次家，守旗人换了三代' '旗褪了色，约定没有变'
film field 26 7 cabbage-field '大白菜田间管理三要点' '一、莲座期蹲苗，不旱不浇' '二、包心初期，肥水要跟上' '三、见干见湿，早晚浇，不漫灌'
film charging 22 13 safe-charging '电动自行车充电安全' '不进楼，不入户，不飞线' '用原配充电器，充满就拔' '着火先断电，浓烟先撤离'

still flag 3 party-flag-poster
still field 2 cabbage-field-poster
still charging 6 safe-charging-poster
still charging 9 charging-shed
still field 7 cabbage-rows
still rain 0 heavy-rain
still health 0 blood-pressure

node drawing/melody.ts 20 3 "$work/practice.wav"
ffmpeg -v error -y -i "$work/practice.wav" -map_metadata -1 -c:a libmp3lame -b:a 64k media/practice-music.mp3

# pdf NAME: from drawing/NAME.html, so the text stays easy to edit.
pdf() {
  $browser --no-pdf-header-footer --print-to-pdf="media/$1.pdf" "file://$PWD/drawing/$1.html" >/dev/null 2>&1
}
pdf charging-leaflet
pdf insurance-table
(cd drawing/subsidy-form && zip -q -X -r "$work/subsidy-form.docx" '[Content_Types].xml' _rels word)
cp "$work/subsidy-form.docx" media/subsidy-form.docx
ls -l media
